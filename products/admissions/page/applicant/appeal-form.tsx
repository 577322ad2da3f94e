import { Button, Textarea } from '@mantine/core'
import type { DecisionId } from 'holon'
import { useState } from 'react'
import { appeal } from '../files/act.ts'
import type { Filed } from '../files/pile.ts'
import type { State } from '../files/store.ts'

interface AppealFormProps {
  readonly filed: Filed
  readonly letter: DecisionId<'letter'>
  readonly state: State
}

/** The appeal of who was turned down; people answer it. */
export function AppealForm({ filed, letter, state }: AppealFormProps) {
  const [words, setWords] = useState('')
  const said = words.trim()
  if (state.appealed !== undefined)
    return (
      <p className="sheet" role="status">
        {state.appealed === 'changed'
          ? 'The board has heard your appeal: the verdict is changed.'
          : 'The board has heard your appeal: the verdict stands.'}
      </p>
    )
  if (state.appeal !== undefined)
    return (
      <p className="sheet" role="status">
        Your appeal is with the board. People answer it within 14 days.
      </p>
    )
  if (state.verdict === 'admit') return null
  return (
    <section className="sheet appeal" aria-label="Appeal">
      <h2>Was something overlooked?</h2>
      <Textarea
        label="Tell the board what"
        description="People read it, with your file and both readings."
        value={words}
        maxLength={2000}
        autosize
        minRows={3}
        onChange={({ currentTarget: { value } }) => setWords(value)}
      />
      <Button variant="default" disabled={said === ''} onClick={() => appeal(filed.number, letter, said)}>
        Appeal
      </Button>
    </section>
  )
}
