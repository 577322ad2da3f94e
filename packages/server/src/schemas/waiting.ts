import type { EarlyEstimate, SimulatedWaiting, Waiting } from 'holon'
import { described, integer, number, object, orNull, pair, text, time } from './build.ts'

const early = object<EarlyEstimate>({
  value: described('In the unit of the goal.', number),
  interval: described('At 95 %, with the error of what is known of how soon answers come.', orNull(pair)),
  arrived: described('Share of what will come that has come by now, 0 to 1.', number),
  seenFrom: described('Answers of older decisions that tell how soon answers come.', number),
})

const properties = {
  n: integer,
  within: described('How long after a decision it counts.', text),
  next: described('When the first of them counts.', time),
  early: described(
    'What to expect of them, from the answers so far and how soon answers came before.',
    orNull(early),
  ),
  because: described('Why nobody knows what to expect of them.', text),
}

const what = 'Decisions that do not count yet, because silence counts only once a window has passed.'

/** What waits of a goal. */
export const waiting = described(what, object<Waiting>(properties))

/** What waited at the end of a run. */
export const simulatedWaiting = described(
  what,
  object<SimulatedWaiting>({ ...properties, truth: described('What is true of them.', orNull(number)) }),
)
