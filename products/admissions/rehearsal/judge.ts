import { logOdds } from 'holon/stats'
import { type Draw, faded, stirred } from 'holon/world'
import { line } from '../domain/line.ts'
import type { Reader } from './people.ts'

const hour = 3_600_000
/** Half of what a file tires is gone after so long. */
const rest = 6 * hour

/** What a reader has before them. */
export interface Before {
  /** The chance that the applicant does well: the hidden truth that reading comes near to. */
  readonly chance: number
  /** Log-odds by which coached facts deceive a reader who believes them. */
  readonly deceived: number
  /** The score, where one is shown. */
  readonly score: number | undefined
  readonly at: number
}

/** What a reader thinks, in log-odds of doing well, and how long it took. */
export interface Judged {
  readonly logOdds: number
  readonly minutes: number
}

/**
 * A reader reads a file: comes near the truth with noise that grows when tired, is deceived by what was coached, is strict
 * or not, and leans on the number the more the more tired they are. A number saves a quarter of the time.
 */
export function judge(reader: Reader, before: Before, draw: Draw): Judged {
  const tired = faded(reader.tired, before.at, rest)
  reader.tired = stirred(reader.tired, before.at, rest, 0.12)
  const alone = logOdds(before.chance) + before.deceived - reader.strict + draw.normal(0, 0.5 * (1 + tired))
  const minutes = draw.logNormal(reader.pace, 0.25) * (before.score === undefined ? 1 : 0.75)
  if (before.score === undefined) return { logOdds: alone, minutes }
  const leans = Math.min(1, reader.leans + 0.4 * tired)
  return { logOdds: (1 - leans) * alone + leans * logOdds(before.score), minutes }
}

/** Whether log-odds are at the line or above. */
export const isAbove = (odds: number): boolean => odds >= logOdds(line)
