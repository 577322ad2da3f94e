import { seededRandom } from 'holon/stats'
import { drawFrom } from 'holon/world'
import { expect, it } from 'vitest'
import { evidenceOf, falseAlarms, isAlarm, type LotPatrol } from './alarm.ts'
import { type Each, each, neighbourhoods, parts } from './neighbourhoods.ts'

const forecast = parts({ Harbour: 1, Mill: 2, Orchard: 3, Station: 4, Hill: 5, Market: 6, Meadow: 7 })

/** Ends of a year of weeks, eight lots in each, in a city whose crime is spread like `truth`. */
function isEverAlarmed(truth: Each<number>, seed: number): boolean {
  const draw = drawFrom(seededRandom(seed))
  const found = each(() => 2) as Record<string, number>
  let evidence = 0
  for (let week = 0; week < 52; week++) {
    const rival = parts(each((one) => found[one] ?? 0))
    const patrols = Array.from({ length: 8 }, (): LotPatrol => {
      const neighbourhood = draw.one(neighbourhoods)
      const discovered = draw.poisson(3 * truth[neighbourhood])
      return { neighbourhood, forecast: forecast[neighbourhood], found: discovered }
    })
    evidence += evidenceOf(patrols, rival)
    if (isAlarm(evidence)) return true
    for (const one of patrols) found[one.neighbourhood] = (found[one.neighbourhood] ?? 0) + one.found
  }
  return false
}

const alarms = (truth: Each<number>, runs: number): number =>
  Array.from({ length: runs }, (_, seed) => isEverAlarmed(truth, seed)).filter(Boolean).length

it('is raised seldom by a forecast that is right, however often one looks', () => {
  // Of 2000 at most 20 are expected; more than 35 would be a chance of one in a thousand.
  expect(alarms(forecast, 2_000)).toBeLessThan(falseAlarms * 2_000 + 15)
})

it('is mostly raised by one that is wrong', () => {
  expect(
    alarms(
      each(() => 1 / neighbourhoods.length),
      200,
    ),
  ).toBeGreaterThan(160)
})

it('learns nothing from patrols that found nothing, or that were all at one place', () => {
  const rival = each(() => 1 / neighbourhoods.length)
  const at = (neighbourhood: 'Mill' | 'Hill', found: number) => ({
    neighbourhood,
    forecast: forecast[neighbourhood],
    found,
  })
  expect(evidenceOf([at('Mill', 0), at('Hill', 0)], rival)).toBe(0)
  expect(evidenceOf([at('Mill', 3), at('Mill', 1)], rival)).toBeCloseTo(0)
  expect(evidenceOf([at('Mill', 1), at('Hill', 0)], rival)).toBeCloseTo(Math.log(0.5 / (2 / 7)))
})
