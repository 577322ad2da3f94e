import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { policy } from '../decide/policies/custom.ts'
import { count, mean, quantile, rate, sum } from '../measure/build.ts'
import { virtualClock } from '../memory/clock.ts'
import { sampleSizeForMean, sampleSizeForProportion } from '../stats/test/sample-size.ts'
import { decision } from '../system/decision.ts'
import { type GoalInit, goal } from '../system/goal.ts'
import { defineSystem } from '../system/system.ts'
import { open } from './open.ts'

const day = 86_400_000

const kiosk = decision('kiosk', {
  does: 'offers coffee',
  context: z.object({ hour: z.number().meta({ dataClass: 'public' }) }),
  example: { hour: 9 },
  experiences: { nothing: { style: 'silent' }, offer: { style: 'annotate' } },
  policy: policy<null, 'nothing' | 'offer'>('even', () => ({ nothing: 0.5, offer: 0.5 })),
  fallback: 'nothing',
  feedback: { bought: { value: z.boolean() }, spent: { value: z.number().min(0) } },
  mistakes: [],
})

const about = (name: string, measure: GoalInit['measure'], target: object = { atLeast: 0.1 }) =>
  goal(name, { layer: 'user', why: 'coffee', unit: '%', measure, ...target } as GoalInit)

const { bought, spent } = kiosk.feedback
const system = defineSystem('kiosks', {
  purpose: 'coffee',
  people: [],
  decisions: [kiosk],
  goals: [
    about('buyers', rate(bought)),
    about('losers', rate(bought), { atMost: 0.4 }),
    about('each spends', mean(spent)),
    about('earned', sum(spent)),
    about('visits', count(bought)),
    about('median', quantile(0.5, spent)),
    about('people', count(bought, { per: 'person' })),
    about('per head', mean(spent, { per: 'person' })),
  ],
})

/** Ten days on which twenty people come, each of them three times: the first ten buy for 6 every time, the others never. */
async function atWork() {
  const clock = virtualClock(Date.UTC(2026, 0, 1))
  const holon = await open(system, { clock })
  for (let n = 0; n < 60; n++) {
    const buys = n % 20 < 10
    const { id } = await holon.decide('kiosk', { hour: 9 }, { subject: `p${n % 20}` })
    await holon.feedback(id, 'bought', buys)
    await holon.feedback(id, 'spent', buys ? 6 : 0)
  }
  clock.advance(10 * day)
  return holon
}

describe('power', () => {
  it('measures people, whose decisions are alike, and not decisions', async () => {
    const holon = await atWork()
    const people = await holon.power('buyers', { effect: 0.1 })
    expect(people).toMatchObject({
      ...{ unit: 'person', valueUnit: '%', measured: { units: 20, unitsPerDay: 2, days: 10 } },
      assumed: { baseline: 0.5, effect: 0.1, power: 0.8, alpha: 0.05, arms: 2, share: 1, correlation: 0 },
    })
    // All that a person does is one answer: a coin's variance, of 20.
    expect(people.measured.variance).toBeCloseTo((0.25 * 20) / 19, 10)
    const [fixed, always] = people.plans
    const units = Math.ceil(sampleSizeForMean({ difference: 0.1 }, people.measured.variance ?? 0))
    expect(fixed).toMatchObject({ test: 'fixed', adjusted: false, units, days: units / 2 })
    expect(always?.units).toBeGreaterThan(1.8 * units)
    const decisions = await holon.power('buyers', { effect: 0.1, unit: 'decision' })
    expect(decisions.measured).toMatchObject({ units: 60, unitsPerDay: 6, baseline: 0.5 })
    expect(decisions.plans[0]?.units).toBe(Math.ceil(sampleSizeForProportion({ difference: 0.1 }, 0.5)))
    await holon.close()
  })

  it('measures means, sums and counts of one unit', async () => {
    const holon = await atWork()
    const baseline = async (name: string) => {
      const { valueUnit, assumed } = await holon.power(name)
      return [valueUnit, assumed.baseline]
    }
    expect(await baseline('each spends')).toEqual(['%', 3])
    expect(await baseline('per head')).toEqual(['%', 3])
    expect(await baseline('earned')).toEqual(['% a person', 9])
    expect(await baseline('visits')).toEqual(['% a person', 3])
    await holon.close()
  })

  it('goes towards what is better, and finds ever smaller effects in time', async () => {
    const holon = await atWork()
    const { assumed, plans } = await holon.power('losers', { share: 0.5, correlation: 0.6 })
    expect(assumed.effect).toBeCloseTo(-0.05, 10)
    expect(plans.map(({ test, adjusted }) => `${test} ${adjusted}`)).toEqual([
      'fixed false',
      'always-valid false',
      'fixed true',
      'always-valid true',
    ])
    const [fixed, , adjusted] = plans
    expect(fixed?.days).toBe(fixed?.units)
    expect((adjusted?.units ?? 0) / (fixed?.units ?? 0)).toBeCloseTo(0.64, 3)
    const effects = (fixed?.curve ?? []).map(({ effect }) => effect ?? Number.NEGATIVE_INFINITY)
    expect(effects.length).toBeGreaterThan(10)
    expect(effects.toSorted((a, b) => a - b)).toEqual(effects)
    expect(effects.at(-1)).toBeLessThan(0)
    await holon.close()
  })

  it('says what is missing where nothing was measured, and takes what is given instead', async () => {
    const holon = await open(system)
    const nothing = await holon.power('buyers')
    expect(nothing.words).toContain('say what the baseline is')
    expect(nothing.plans).toMatchObject([{ units: null, days: null, curve: [] }, { units: null }])
    const given = await holon.power('buyers', {
      baseline: 0.34,
      effect: 0.003,
      power: 0.85,
      unitsPerDay: 1000,
    })
    expect(given.plans[0]?.units).toBe(
      Math.ceil(sampleSizeForProportion({ difference: 0.003, power: 0.85 }, 0.34)),
    )
    expect(given.words).toMatch(
      /^To find a change of .+ from .+ with a probability of 85 %, looking once takes/,
    )
    const impossible = await holon.power('buyers', { baseline: 0.9, effect: 0.2 })
    expect(impossible.words).toMatch(/^A share of .+ cannot change by .+\.$/)
    expect(impossible.plans[0]?.units).toBeNull()
    const unspread = await holon.power('each spends', { baseline: 3 })
    expect(unspread.words).toContain('say what their variance is')
    await holon.close()
  })

  it.each([
    ['an unknown goal', 'sellers', {}, 'name-unknown'],
    ['a quantile', 'median', {}, 'input-invalid'],
    ['a number of people', 'people', {}, 'input-invalid'],
    ['a goal of people by decisions', 'per head', { unit: 'decision' }, 'input-invalid'],
    ['no effect', 'buyers', { effect: 0 }, 'input-invalid'],
    ['one arm', 'buyers', { arms: 1 }, 'input-invalid'],
    ['more than all', 'buyers', { share: 2 }, 'input-invalid'],
    ['a certain covariate', 'buyers', { correlation: 1 }, 'input-invalid'],
    ['certainty', 'buyers', { power: 1 }, 'input-invalid'],
    ['nobody', 'buyers', { unitsPerDay: 0 }, 'input-invalid'],
  ] as const)('refuses %s', async (_what, name, options, code) => {
    const holon = await open(system)
    await expect(holon.power(name, options)).rejects.toMatchObject({ code })
    await holon.close()
  })
})

it('knows no SQL in memory, and says what to do', async () => {
  const holon = await open(system)
  await expect(holon.sql((measuring) => measuring.goals())).rejects.toMatchObject({ code: 'not-allowed' })
  await holon.close()
})
