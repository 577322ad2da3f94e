import { asked } from '../../asked.ts'
import { rounds } from '../../domain/city.ts'
import { turnOf } from '../../domain/department.ts'
import { neighbourhoods } from '../../domain/neighbourhoods.ts'
import { isStopped, type Run } from '../city/run.ts'
import { client } from '../holon.ts'

/** What the served system decided about one neighbourhood; no text where the server did not answer. */
export interface Decided {
  readonly neighbourhood: string
  readonly text: string | undefined
  readonly propensity: number | undefined
  readonly id: string | null
}

/** Answers of the served system for the next round of this city, recorded like any other. */
export function askForRound(run: Run, subject: string): Promise<readonly Decided[]> {
  const { department } = run.days
  const turn = turnOf(department.day * rounds)
  return Promise.all(
    neighbourhoods.map(async (neighbourhood) => {
      const now = { turn: turn === neighbourhood, alarm: isStopped(run) }
      const seen = await client.decide('patrol', asked(department, neighbourhood, now), {
        subject,
        fallback: 'stay',
      })
      return {
        neighbourhood,
        text: seen.id === null ? undefined : (seen.text ?? `No patrol to ${neighbourhood}.`),
        propensity: seen.id === null ? undefined : seen.propensity,
        id: seen.id,
      }
    }),
  )
}
