import type { GoalDocument } from 'holon'
import { waitingWords } from './waiting-words.ts'

/** What does not count yet, and what to expect of it: not to be mistaken for the number of the goal. */
export function WaitingNote({ goal }: { goal: GoalDocument }) {
  if (goal.waiting === undefined) return null
  const { waits, expected } = waitingWords(goal.waiting, { counted: goal.n, unit: goal.unit })
  return (
    <p className="small quiet">
      {waits} {expected}
    </p>
  )
}
