import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluatePolicy } from './evaluate.ts'
import {
  choicesOfEvents,
  readVowpalWabbit,
  type VowpalWabbitEvent,
  writeVowpalWabbit,
} from './vowpal-wabbit.ts'

const features = fc.dictionary(
  fc.stringMatching(/^[A-Za-z]{1,8}$/),
  fc.oneof(fc.integer(), fc.string(), fc.record({ x: fc.integer() })),
  { noNullPrototype: true },
)
const event: fc.Arbitrary<VowpalWabbitEvent> = fc
  .array(fc.tuple(features, fc.integer({ min: 1, max: 100 })), { minLength: 1, maxLength: 6 })
  .chain((of) => {
    const sum = of.reduce((total, [, weight]) => total + weight, 0)
    return fc.record({
      id: fc.uuid(),
      timestamp: fc.constant('2021-02-04T16:31:29.9430000Z'),
      shared: features,
      actions: fc.constant(of.map(([one]) => one)),
      taken: fc.integer({ min: 0, max: of.length - 1 }),
      probabilities: fc.constant(of.map(([, weight]) => weight / sum)),
      cost: fc.double({ min: -10, max: 10, noNaN: true }).map((cost) => cost + 0),
      drop: fc.double({ min: 0, max: 0.9, noNaN: true }),
      activated: fc.boolean(),
    })
  })

/** As the joiner of the reinforcement learning client writes it, with what differs between lines replaced. */
const line = (changed: object = {}): string =>
  JSON.stringify({
    ...{ _label_cost: -1.5, _label_probability: 0.8999999761581421, _label_Action: 2, _labelIndex: 1 },
    o: [{ v: 1.5, EventId: 'e1', ActionTaken: false }],
    ...{ Timestamp: '2021-04-13T15:08:46.000000Z', Version: '1', EventId: 'e1', a: [2, 1] },
    c: { GUser: { id: 'a' }, _multi: [{ TAction: { a1: 'f1' } }, { TAction: { a2: 'f2' } }] },
    ...{ p: [0.8999999761581421, 0.10000000149011612], VWState: { m: 'N/A' }, _original_label_cost: -1.5 },
    ...changed,
  })

describe('Vowpal Wabbit lines', () => {
  test('read what was written', () => {
    fc.assert(
      fc.property(event, (one) => {
        const written = writeVowpalWabbit(one)
        expect(written).not.toContain('\n')
        expect(readVowpalWabbit(written)).toEqual(one)
      }),
    )
  })

  test('say which action was taken, and the probability of each in the order of the actions', () => {
    expect(readVowpalWabbit(line())).toMatchObject({
      ...{ id: 'e1', taken: 1, cost: -1.5, drop: 0, activated: true },
      probabilities: [0.10000000149011612, 0.8999999761581421],
      shared: { GUser: { id: 'a' } },
    })
  })

  test('count a deferred action once it is activated', () => {
    const observed = (taken: boolean) => ({ o: [{ v: 1.5, EventId: 'e1', ActionTaken: taken }] })
    for (const deferred of [{ _skipLearn: true }, { DeferredAction: true }]) {
      expect(readVowpalWabbit(line({ ...deferred, ...observed(false) }))?.activated).toBe(false)
      expect(readVowpalWabbit(line({ ...deferred, ...observed(true) }))?.activated).toBe(true)
    }
  })

  test('are no decision, or refused where they contradict themselves', () => {
    expect(readVowpalWabbit('')).toBeUndefined()
    expect(readVowpalWabbit('{"EventId":"x","RewardValue":1}')).toBeUndefined()
    expect(() => readVowpalWabbit('{"EventId":')).toThrow('no JSON object')
    expect(() => readVowpalWabbit(line({ a: [3, 1] }))).toThrow('do not fit 2 actions')
    expect(() => readVowpalWabbit(line({ _labelIndex: 0 }))).toThrow('_label_probability')
    expect(() => readVowpalWabbit(line({ _labelIndex: 7 }))).toThrow('none of its actions')
    expect(() => readVowpalWabbit(line({ pdrop: 1 }))).toThrow('drop probability is 1')
  })

  test('are evaluated as rewards, by what each stands for', () => {
    const read = (changed: object): VowpalWabbitEvent[] => [readVowpalWabbit(line(changed)) ?? []].flat()
    const events = [...read({}), ...read({ pdrop: 0.75, _label_cost: 0 }), ...read({ _skipLearn: true })]
    const rows = choicesOfEvents(events, ({ probabilities }) => probabilities)
    expect(rows.map(({ reward, count }) => [reward, count])).toEqual([
      [1.5, 1],
      [0, 4],
    ])
    expect(evaluatePolicy(rows).logged.value).toBeCloseTo(0.3, 12)
  })
})
