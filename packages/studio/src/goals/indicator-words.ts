import type { IndicatorStanding } from 'holon'

/** What ended flights showed of an indicator, in a line: what comes before the name of its goal, and behind it. */
export function indicatorWords({
  verdict,
  agreed,
  flights,
}: IndicatorStanding): readonly [before: string, behind: string] {
  const missed = agreed.of - agreed.n
  if (verdict === 'misleading')
    return ['Misleading about ', `: it did not follow in ${missed} of ${agreed.of} changes`]
  if (verdict === 'predicts') return ['', ` followed in ${agreed.n} of ${agreed.of} changes`]
  return ['Not known whether ', flights === 0 ? ' follows: no flight has ended' : ' follows']
}

/** Flights in words. */
export const flightCount = (flights: number): string => (flights === 1 ? '1 flight' : `${flights} flights`)
