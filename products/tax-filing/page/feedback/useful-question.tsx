import { Button, Textarea } from '@mantine/core'
import { IconThumbDown, IconThumbUp } from '@tabler/icons-react'
import type { DecisionId } from 'holon'
import { useState } from 'react'
import type { Said } from '../draft/draft.ts'
import { say } from './say.ts'
import './feedback.css'

const longest = 2_000

/** Was the meter useful? Whoever says no can say that something about it is wrong, and what. */
export function UsefulQuestion({ decision, said }: { decision: DecisionId<'audit-risk-meter'>; said: Said }) {
  const { useful } = said
  return (
    <fieldset className="ask">
      <legend className="ask-text">Was this useful?</legend>
      <div className="ask-thumbs">
        <Button
          variant={useful === true ? 'filled' : 'default'}
          aria-pressed={useful === true}
          leftSection={<IconThumbUp size={20} aria-hidden />}
          onClick={() => say(decision, 'useful', true)}
        >
          Yes
        </Button>
        <Button
          variant={useful === false ? 'filled' : 'default'}
          aria-pressed={useful === false}
          leftSection={<IconThumbDown size={20} aria-hidden />}
          onClick={() => say(decision, 'useful', false)}
        >
          No
        </Button>
      </div>
      {useful === true && <p className="quiet">Thank you.</p>}
      {useful === false && <WrongReport decision={decision} said={said} />}
    </fieldset>
  )
}

function WrongReport({ decision, said }: { decision: DecisionId<'audit-risk-meter'>; said: Said }) {
  const [comment, setComment] = useState('')
  if (said.wrong === true) return <p className="quiet">Thank you. A person will read it.</p>
  const send = () => {
    say(decision, 'wrong', true)
    if (comment.trim() !== '') say(decision, 'comment', comment.trim())
  }
  return (
    <div className="ask-wrong">
      <Textarea
        label="Is something about it wrong?"
        description="If so, tell us what. You need not."
        value={comment}
        maxLength={longest}
        autosize
        minRows={2}
        maxRows={6}
        onChange={({ currentTarget: { value } }) => setComment(value)}
      />
      <Button variant="default" onClick={send}>
        This is wrong
      </Button>
    </div>
  )
}
