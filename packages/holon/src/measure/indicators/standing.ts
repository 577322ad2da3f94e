import type { IndicatorEffect, IndicatorStanding, IndicatorVerdict } from '../../spec/indicators.ts'
import { type IndicatorQuality, indicatorQuality } from '../../stats/effect/indicator.ts'
import { short } from '../short.ts'
import type { IndicatorPair } from './pairs.ts'

/** With fewer flights nothing is said of others like them. */
const leastFlights = 5

/** A goal that moves by less than this for 1 on the indicator does not go with it: 1 % for a rise of 10 %. */
const leastSlope = 0.1

/** How an indicator stands to a goal that it supports, after so many flights. */
export function standingOf(
  { indicator, goal, expected, measures }: IndicatorPair,
  effects: readonly IndicatorEffect[],
): IndicatorStanding {
  const past = effects.map((one) => ({
    ...{ leading: one.indicator, goal: one.goal, covariance: one.covariance, change: one.flight },
  }))
  const quality = indicatorQuality(past, expected)
  const flights = new Set(effects.map((one) => one.flight)).size
  const verdict = verdictOn(quality, expected, flights)
  const { slope, interval, agreed } = quality
  const head = { indicator, goal, expected }
  return {
    ...head,
    verdict,
    words:
      measures === undefined
        ? `Nothing measures both "${indicator}" and "${goal}" over people, so no flight tells whether one goes with the other.`
        : inWords(head, verdict, quality, flights),
    flights,
    slope: flights < leastFlights ? null : slope,
    interval: flights < leastFlights || interval === null ? null : [interval.lower, interval.upper],
    agreed: {
      ...{ n: agreed.n, of: agreed.of },
      interval: agreed.of === 0 ? null : [agreed.interval.lower, agreed.interval.upper],
    },
    effects,
  }
}

function verdictOn(
  { interval }: IndicatorQuality,
  expected: IndicatorStanding['expected'],
  flights: number,
): IndicatorVerdict {
  if (flights < leastFlights || interval === null) return 'unknown'
  const [low, high] = turned(interval, expected)
  if (low > 0) return 'predicts'
  return high < leastSlope ? 'misleading' : 'unknown'
}

const turned = (
  { lower, upper }: NonNullable<IndicatorQuality['interval']>,
  expected: IndicatorStanding['expected'],
): readonly [number, number] => (expected === 'raises' ? [lower, upper] : [-upper, -lower])

function inWords(
  { indicator, goal }: Pick<IndicatorStanding, 'indicator' | 'goal'>,
  verdict: IndicatorVerdict,
  { interval, agreed }: IndicatorQuality,
  flights: number,
): string {
  const ended = flights === 1 ? '1 flight tells' : `${flights} flights tell`
  if (flights < leastFlights)
    return `Whether "${indicator}" tells of "${goal}" is not known: ${ended} of both, and it takes ${leastFlights}.`
  if (interval === null)
    return `Whether "${indicator}" tells of "${goal}" is not known: hardly any of ${flights} flights moved it.`
  const range = `over ${flights} flights, 10 % more of it went with ${percent(interval.lower / 10)} to ${percent(interval.upper / 10)} of "${goal}"`
  const missed = agreed.of - agreed.n
  if (verdict === 'predicts')
    return `"${indicator}" has told of "${goal}": ${range}, which went the same way in ${agreed.n} of ${agreed.of} changes that surely moved it.`
  if (verdict === 'misleading')
    return `"${indicator}" has been misleading about "${goal}": ${range}, which did not go the way it should in ${missed} of ${agreed.of} changes that surely moved it.`
  return `Whether "${indicator}" tells of "${goal}" is not known: ${range}, which may be much or nothing.`
}

const percent = (share: number): string => `${share > 0 ? '+' : ''}${short(100 * share)} %`
