import { expect, it } from 'vitest'
import type { DecisionEntry } from '../../spec/record.ts'
import { chiSquareFit, chiSquareSurvival } from '../../stats/index.ts'
import { openLamps, portsOfLamps, wording } from './lamp.fixture.ts'

const people = 6_000
/** So small that a true propensity does not meet it by chance. */
const alpha = 1e-6

type Context = { readonly dusk: number; readonly room: 'hall' | 'attic' }

/** One decision of each of many people in the same context. */
async function decided(context: Context, repeats = 1): Promise<readonly DecisionEntry[]> {
  const kept = portsOfLamps(5)
  const holon = await openLamps(kept)
  const policies = { usual: {}, eager: { variant: 'eager' }, broken: { variant: 'untold', weight: 2 } }
  await holon.startFlight(wording({ name: 'policies', arms: policies, share: 0.8 }))
  await holon.startFlight(
    wording({ name: 'worth', arms: { usual: {}, more: { experiences: { glow: { right: 5 } } } } }),
  )
  for (let n = 0; n < people / repeats; n++) {
    for (let i = 0; i < repeats; i++) await holon.decide('lamp', context, { subject: `person ${n}` })
  }
  const stored = await kept.log.read(0, 2 * people)
  await holon.close()
  return stored.map(({ entry }) => entry).filter((one) => one.kind === 'decision')
}

/** How often each experience was met, against what probability says. */
function pValueOf(entries: readonly DecisionEntry[], expected: Readonly<Record<string, number>>): number {
  const names = [...new Set([...Object.keys(expected), ...entries.map((one) => one.experience)])]
  return chiSquareFit(
    names.map((name) => entries.filter((one) => one.experience === name).length),
    names.map((name) => expected[name] ?? 0),
  ).pValue
}

const grouped = (entries: readonly DecisionEntry[], by: (entry: DecisionEntry) => string) => {
  const groups = new Map<string, DecisionEntry[]>()
  for (const entry of entries) groups.set(by(entry), [...(groups.get(by(entry)) ?? []), entry])
  return [...groups.values()]
}
const armsIn = ({ arms }: DecisionEntry): string => JSON.stringify(arms)
const flightsIn = ({ arms }: DecisionEntry): string => Object.keys(arms).join()

const contexts: readonly [string, Context][] = [
  ['where the policies differ', { dusk: 0.55, room: 'hall' }],
  ['through a guardrail', { dusk: 0.9, room: 'attic' }],
  ['through parameters that do not fit', { dusk: 0.9, room: 'hall' }],
  ['where the model is broken', { dusk: 13, room: 'hall' }],
]

it.each(contexts)('propensities and marginals are true %s', async (_, context) => {
  const entries = await decided(context)
  expect(new Set(entries.map(armsIn)).size).toBe(8)
  for (const inArm of grouped(entries, armsIn)) {
    const [first] = inArm
    // In one arm and one context all records say the same.
    expect(new Set(inArm.map((one) => JSON.stringify(one.probabilities))).size).toBe(1)
    expect(pValueOf(inArm, first?.probabilities ?? {})).toBeGreaterThan(alpha)
  }
  for (const inFlights of grouped(entries, flightsIn)) {
    const marginals = new Map(inFlights.map((one) => [one.experience, one.marginal]))
    // The same experience has one marginal, in whichever arm it was met.
    for (const one of inFlights) expect(one.marginal).toBeCloseTo(marginals.get(one.experience) ?? -1, 12)
    for (const [experience, marginal = Number.NaN] of marginals) {
      const times = inFlights.filter((one) => one.experience === experience).length
      if (marginal > 1 - 1e-9) expect(times).toBe(inFlights.length)
      else {
        const { pValue } = chiSquareFit([times, inFlights.length - times], [marginal, 1 - marginal])
        expect(pValue).toBeGreaterThan(alpha)
      }
    }
  }
})

it('within one person the arm stays, and the draws are as its propensity says', async () => {
  const entries = await decided({ dusk: 0.55, room: 'hall' }, 200)
  let statistic = 0
  let freedom = 0
  for (const own of grouped(entries, (one) => one.person ?? '')) {
    expect(new Set(own.map(armsIn)).size).toBe(1)
    const expected = Object.entries(own[0]?.probabilities ?? {})
    const fit = chiSquareFit(
      expected.map(([name]) => own.filter((one) => one.experience === name).length),
      expected.map(([, probability]) => probability),
    )
    statistic += fit.statistic
    freedom += expected.length - 1
  }
  expect(freedom).toBeGreaterThan(25)
  expect(chiSquareSurvival(statistic, freedom)).toBeGreaterThan(alpha)
})
