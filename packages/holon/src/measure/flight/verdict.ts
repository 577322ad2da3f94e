import type { FlightVerdict, VerdictRule } from '../../spec/scorecard.ts'
import type { Evidence } from './evidence.ts'
import { rulings } from './rulings.ts'

/**
 * What to do about a flight: the first rule that holds says it. Effects are judged as the flight said when it started: of one
 * that is always-valid, looking daily and stopping when a rule says so fools nobody.
 */
export function verdictOf(evidence: Evidence): FlightVerdict {
  const found = rulings.map((ruling) => ({ ruling, held: ruling.holds(evidence) }))
  const first = found.find(({ held }) => held !== undefined)
  const rules = found.map(
    ({ ruling, held }): VerdictRule => ({
      rule: `${ruling.rule}: ${ruling.say}`,
      holds: held !== undefined,
      because: held?.because ?? 'Not so.',
    }),
  )
  return {
    say: first?.ruling.say ?? 'keep running',
    ...(first?.held?.arm !== undefined && { arm: first.held.arm }),
    words: first?.held?.because ?? 'Nothing can be said yet.',
    rules,
  }
}
