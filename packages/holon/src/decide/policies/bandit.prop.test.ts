import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LearnedModel } from '../../spec/learned.ts'
import { fitBandit } from '../../stats/bandit/fit-bandit.ts'
import type { Option } from '../../system/policy.ts'
import { type BanditInit, bandit } from './bandit.ts'
import { policy } from './custom.ts'
import { bag, epsilonGreedy, softmax, squareCB, thompson } from './explorers.ts'

const names = ['a', 'b', 'c'] as const
const until = policy<unknown, string>('first', () => ({ a: 1 }))
const explorers = [epsilonGreedy(), softmax(), bag({ replicates: 4 }), squareCB(), thompson()]

const option = (name: string): Option => ({
  ...{ name, style: 'silent', forcefulness: 0, right: 0, wrong: 0, interrupting: 0, chance: 0, utility: 0 },
})

const number = fc.double({ min: -3, max: 3, noNaN: true })
const row = fc.record({
  features: fc.tuple(number, number),
  action: fc.integer({ min: 0, max: 2 }),
  reward: fc.constantFrom(0, 1),
  unit: fc.constantFrom('p', 'q', 'r'),
})

/** What was learned of any rows, by a prediction and a choice. */
const model = fc.array(row, { minLength: 1, maxLength: 25 }).map((rows): LearnedModel => {
  const fit = fitBandit(rows, { actions: 3, features: 2, strength: 1, replicates: 4, seed: 's' })
  return {
    ...{
      kind: 'linear-bandit',
      version: 1,
      reward: 'r',
      range: [0, 1],
      rows: rows.length,
      strength: 1,
      seed: 's',
    },
    ...{ around: fit.around, noise: fit.noise },
    columns: [
      { name: 'prediction', mean: 0.5, deviation: 0.2 },
      { name: 'room=attic', field: 'room', is: 'attic', mean: 0.3, deviation: 0.4 },
    ],
    arms: fit.arms.map(({ gram, ...arm }, i) => ({
      ...{ ...arm, experience: names[i] ?? '' },
      sums: gram.map((line) => [...line]),
    })),
  }
})

/** Anything that a model or a product might say. */
const prediction = fc.oneof(fc.double(), fc.constant(null), fc.constant({ yes: 0.5 }), fc.string())
const context = fc.oneof(
  fc.record({ room: fc.constantFrom('hall', 'attic', 7, null) }),
  fc.constant({}),
  fc.constant(undefined),
)
const offered = fc.subarray([...names, 'new'], { minLength: 1 }).map((some) => some.map(option))

const act = (init: Partial<BanditInit<unknown, string>>, learned: LearnedModel) => {
  const declared = bandit<unknown, string>({ explore: squareCB(), reward: 'r', until, ...init })
  const taught = declared.learning?.taught(learned)
  if (taught === undefined) throw new Error('It does not learn.')
  return taught
}

describe.each(explorers)('a bandit with $kind', (explore) => {
  it('spreads probability over what is offered, whatever it is told, and keeps the least for all', () => {
    fc.assert(
      fc.property(model, prediction, context, offered, (learned, said, known, options) => {
        const { probabilities, preferred } = act({ explore, least: 0.06 }, learned).choose({
          ...{ prediction: said, context: known, options },
        })
        expect(probabilities).toHaveLength(options.length)
        expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9)
        for (const p of probabilities) expect(p).toBeGreaterThanOrEqual(0.06 / options.length - 1e-12)
        expect(options[preferred]).toBeDefined()
      }),
    )
  })

  it('says the same again, to the bit, of what was written and read', () => {
    fc.assert(
      fc.property(model, number, offered, (learned, said, options) => {
        const moment = { prediction: said, context: { room: 'attic' }, options }
        const read = JSON.parse(JSON.stringify(learned)) as LearnedModel
        expect(act({ explore }, read).choose(moment)).toEqual(act({ explore }, learned).choose(moment))
      }),
    )
  })

  it('acts as `until` where it is an apprentice, and says beside it what it would do', () => {
    fc.assert(
      fc.property(model, prediction, context, (learned, said, known) => {
        const moment = { prediction: said, context: known, options: names.map(option) }
        const { apprentice, ...choice } = act({ explore, apprentice: true }, learned).choose(moment)
        expect(choice).toEqual(until.choose(moment))
        expect(apprentice).toEqual(act({ explore }, learned).choose(moment).probabilities)
      }),
    )
  })
})

it('refuses numbers that cannot be', () => {
  const wrong: readonly Partial<BanditInit<unknown, string>>[] = [
    { least: -0.1 },
    { least: 1.1 },
    { latest: 0 },
    { strength: 0 },
    { importance: 0.5 },
    { range: [1, 1] },
    { range: [0, Number.POSITIVE_INFINITY] },
    { every: 'soon' as '1 day' },
  ]
  for (const init of wrong)
    expect(() => bandit({ explore: squareCB(), reward: 'r', until, ...init })).toThrow(
      expect.objectContaining({ code: 'declaration-invalid' }),
    )
  for (const make of [
    () => epsilonGreedy({ epsilon: 2 }),
    () => epsilonGreedy({ decay: 2 }),
    () => softmax({ temperature: 0 }),
    () => bag({ replicates: 1 }),
    () => squareCB({ gamma: 0 }),
    () => squareCB({ growth: -1 }),
    () => thompson({ scale: Number.NaN }),
  ])
    expect(make).toThrow(expect.objectContaining({ code: 'declaration-invalid' }))
})

it('says in words what it does', () => {
  expect(bandit({ explore: thompson(), reward: 'helped', until }).words).toBe(
    'Learns what brings most "helped" and takes each with the probability that it is the best (Thompson sampling). Until something is learned: Decided by the function "first".',
  )
  expect(bandit({ explore: epsilonGreedy(), reward: 'helped', until, apprentice: true }).words).toContain(
    'an apprentice, which never acts',
  )
})
