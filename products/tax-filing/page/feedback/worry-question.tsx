import type { DecisionId } from 'holon'
import type { Said } from '../draft/draft.ts'
import { say } from './say.ts'
import { ScaleQuestion } from './scale-question.tsx'

const choices = [
  { value: -2, label: 'Much calmer' },
  { value: -1, label: 'A bit calmer' },
  { value: 0, label: 'The same' },
  { value: 1, label: 'A bit more worried' },
  { value: 2, label: 'Much more worried' },
]

/** How the thought of an audit feels now, compared with before the meter was seen. */
export function WorryQuestion({ decision, said }: { decision: DecisionId<'audit-risk-meter'>; said: Said }) {
  return (
    <ScaleQuestion
      text="Thinking of an audit, how do you feel compared with before you saw this?"
      choices={choices}
      chosen={typeof said.worry === 'number' ? said.worry : undefined}
      onChoose={(value) => say(decision, 'worry', value)}
    />
  )
}
