import type { IndicatorStanding } from 'holon'

/** What ended flights showed of an indicator, in a line that the name of its goal comes before and a link behind. */
export function indicatorWords({ verdict, agreed, flights }: IndicatorStanding): string {
  const missed = agreed.of - agreed.n
  if (verdict === 'misleading')
    return `has been misleading: it did not follow in ${missed} of ${agreed.of} changes`
  if (verdict === 'predicts') return `followed in ${agreed.n} of ${agreed.of} changes`
  return flights === 0 ? 'no ended flight tells yet' : 'not known yet whether it follows'
}

/** Flights in words. */
export const flightCount = (flights: number): string => (flights === 1 ? '1 flight' : `${flights} flights`)
