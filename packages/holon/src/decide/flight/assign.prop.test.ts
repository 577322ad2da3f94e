import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AssigningFlight } from '../../spec/flight.ts'
import { chiSquareFit, pearsonTest } from '../../stats/index.ts'
import { assign, assigner } from './assign.ts'

const units = 4_000
/** So small that no seed in a lifetime meets it by chance. */
const alpha = 1e-9

const key = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''))
const shares = fc
  .array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 5 })
  .map((weights) => weights.map((weight) => weight / weights.reduce((a, b) => a + b, 0)))

const flightOf = (init: Partial<AssigningFlight>): AssigningFlight => ({
  ...{ name: 'f', decision: 'd', unit: 'person', state: 'running' },
  arms: [
    { name: 'a', share: 0.5 },
    { name: 'b', share: 0.5 },
  ],
  key: '00'.repeat(16),
  layerKey: '11'.repeat(16),
  places: [{ from: 0, to: 1 }],
  ...init,
})
const armsOf = (flights: readonly AssigningFlight[]) => {
  const inArms = assigner(flights)
  return Array.from({ length: units }, (_, n) => inArms({ decision: 'd', subject: `person ${n}` }))
}
const counted = (values: readonly (string | undefined)[], names: readonly string[]) =>
  names.map((name) => values.filter((value) => value === name).length)

describe('assignment', () => {
  it('gives every arm its share, of whichever part of the layer takes part', () => {
    fc.assert(
      fc.property(
        key,
        key,
        shares,
        fc.double({ min: 0, max: 0.7, noNaN: true }),
        (key, layerKey, of, from) => {
          const arms = of.map((share, i) => ({ name: `arm ${i}`, share }))
          const places = [
            { from, to: from + 0.2 },
            { from: from + 0.25, to: from + 0.3 },
          ]
          const met = armsOf([flightOf({ key, layerKey, arms, places })]).map((one) => one.f)
          const inside = met.filter((one) => one !== undefined)
          expect(chiSquareFit([inside.length, units - inside.length], [0.25, 0.75]).pValue).toBeGreaterThan(
            alpha,
          )
          const counts = counted(
            inside,
            arms.map(({ name }) => name),
          )
          expect(chiSquareFit(counts, of).pValue).toBeGreaterThan(alpha)
        },
      ),
      { numRuns: 30 },
    )
  })

  it('keeps everybody in their arm while places come and go', () => {
    fc.assert(
      fc.property(
        key,
        key,
        shares,
        fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 2 }),
        (key, layerKey, of, ramps) => {
          const arms = of.map((share, i) => ({ name: `arm ${i}`, share }))
          const known = new Map<number, string>()
          for (const to of ramps) {
            for (const [n, { f }] of armsOf([flightOf({ key, layerKey, arms, places: [{ from: 0, to }] })])
              .slice(0, 300)
              .entries()) {
              if (f === undefined) continue
              expect(known.get(n) ?? f).toBe(f)
              known.set(n, f)
            }
          }
        },
      ),
      { numRuns: 20 },
    )
  })

  it('lets nobody into two flights of one layer, and different layers not know of each other', () => {
    fc.assert(
      fc.property(
        key,
        key,
        key,
        key,
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        (one, two, layer, another, cut) => {
          const first = flightOf({ name: 'first', key: one, layerKey: layer, places: [{ from: 0, to: cut }] })
          const beside = flightOf({
            name: 'beside',
            key: two,
            layerKey: layer,
            places: [{ from: cut, to: 1 }],
          })
          const across = flightOf({
            name: 'across',
            key: two,
            layerKey: another,
            places: [{ from: 0, to: cut }],
          })
          fc.pre(one !== two && layer !== another)
          const all = armsOf([first, beside, across])
          expect(all.every((arms) => 'first' in arms !== 'beside' in arms)).toBe(true)
          const table = (of: readonly (string | undefined)[][]) =>
            ['a', 'b', undefined].map((row) =>
              ['a', 'b', undefined].map((column) => of.filter(([x, y]) => x === row && y === column).length),
            )
          const crossed = table(all.map((arms) => [arms.first, arms.across]))
          expect(pearsonTest(crossed).pValue).toBeGreaterThan(alpha)
        },
      ),
      { numRuns: 20 },
    )
  })

  it('draws the arm apart from the place in the layer', () => {
    fc.assert(
      fc.property(key, key, (key, layerKey) => {
        fc.pre(key !== layerKey)
        const low = armsOf([flightOf({ key, layerKey, places: [{ from: 0, to: 0.5 }] })]).map((one) => one.f)
        const high = armsOf([flightOf({ key, layerKey, places: [{ from: 0.5, to: 1 }] })]).map((one) => one.f)
        const table = [counted(low, ['a', 'b']), counted(high, ['a', 'b'])]
        expect(pearsonTest(table).pValue).toBeGreaterThan(alpha)
      }),
      { numRuns: 20 },
    )
  })

  it('keeps a held person from every other flight', () => {
    fc.assert(
      fc.property(key, key, key, (one, two, three) => {
        const holdout = flightOf({
          ...{ name: 'holdout', holdout: true, key: one, layerKey: two, places: [{ from: 0, to: 0.2 }] },
          arms: [
            { name: 'held', share: 0.2 },
            { name: 'open', share: 0.8 },
          ],
        })
        const { decision: _, ...whole } = holdout
        const all = armsOf([flightOf({ key: three, layerKey: one }), whole])
        for (const arms of all) expect('f' in arms).toBe(arms.holdout === 'open')
        const counts = counted(
          all.map((arms) => arms.holdout),
          ['held', 'open'],
        )
        expect(chiSquareFit(counts, [0.2, 0.8]).pValue).toBeGreaterThan(alpha)
      }),
      { numRuns: 20 },
    )
  })

  it('leaves out what is not running, elsewhere, not for this context, or without its unit', () => {
    const among = {
      op: 'compare',
      by: 'eq',
      left: { op: 'context', path: ['area'] },
      right: { op: 'literal', value: 'north' },
    } as const
    const moment = { decision: 'd', subject: 's', context: { area: 'north' } }
    const inside = (flight: Partial<AssigningFlight>, other: object = {}) =>
      'f' in assign([flightOf(flight)], { ...moment, ...other })
    expect(inside({ among })).toBe(true)
    expect(inside({ among }, { context: { area: 'south' } })).toBe(false)
    expect(inside({ among }, { context: undefined })).toBe(false)
    expect(inside({ state: 'kept', kept: 'a' })).toBe(false)
    expect(inside({ decision: 'e' })).toBe(false)
    expect(inside({}, { subject: undefined })).toBe(false)
    expect(inside({ unit: 'episode' })).toBe(false)
    expect(inside({ unit: 'episode' }, { episode: 'e', id: 'i' })).toBe(true)
    // A ladder that begins here names its episode after the decision, once it is taken.
    expect(inside({ unit: 'episode' }, { episode: 'i', id: 'i' })).toBe(false)
    expect(inside({ unit: 'decision' }, { id: 'i' })).toBe(true)
    expect(inside({ unit: 'decision' })).toBe(false)
  })
})
