import type { Round } from './decision.ts'
import type { Department } from './domain/department.ts'
import { everywhere, hottest } from './domain/ledger.ts'
import type { Neighbourhood } from './domain/neighbourhoods.ts'

/** What a desk asks with: a neighbourhood before a round, as it is on file. */
export function asked(
  { ledger }: Department,
  neighbourhood: Neighbourhood,
  now: Pick<Round, 'turn' | 'alarm'>,
): Round {
  return {
    neighbourhood,
    ...ledger[neighbourhood],
    foundAll: everywhere(ledger, 'found'),
    weightedAll: everywhere(ledger, 'weighted'),
    evenlyAll: everywhere(ledger, 'evenly'),
    callsAll: everywhere(ledger, 'calls'),
    hottest: hottest(ledger)[neighbourhood],
    ...now,
  }
}
