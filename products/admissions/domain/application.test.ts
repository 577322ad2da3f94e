import fc from 'fast-check'
import { seededRandom } from 'holon/stats'
import { drawFrom } from 'holon/world'
import { expect, test } from 'vitest'
import { files } from '../page/files/pile.ts'
import { Application, isKnownKind } from './application.ts'
import { coached, standing } from './coaching.ts'
import { chanceOf, fileOf } from './invent.ts'

const making = { testTells: 0.75, testMoves: 0, schoolLower: 0 }
const drawn = (seed: number, ability: number) => fileOf(ability, making, drawFrom(seededRandom(seed)))
const anyFile = fc
  .tuple(fc.nat(1e6), fc.double({ min: -3, max: 3, noNaN: true }))
  .map(([seed, ability]) => drawn(seed, ability))
const means = fc.record({
  cost: fc.double({ min: 1, max: 10, noNaN: true }),
  reach: fc.double({ min: 0.01, max: 0.5, noNaN: true }),
})

test('invented files are files, of a kind the model knows', () => {
  fc.assert(
    fc.property(anyFile, (file) => {
      expect(Application.safeParse(file).success).toBe(true)
      expect(isKnownKind(file)).toBe(true)
    }),
  )
  expect(files.every(({ file }) => Application.safeParse(file).success)).toBe(true)
})

test('coaching raises what can be bought, never what others vouch for', () => {
  fc.assert(
    fc.property(anyFile, fc.double({ min: 0, max: 1, noNaN: true }), means, (file, line, terms) => {
      const { file: shown, raised, burden } = coached(file, line, terms)
      const { gre: _, toefl: __, statement: ___, ...kept } = file
      expect(shown).toMatchObject(kept)
      expect(Application.safeParse(shown).success).toBe(true)
      expect(shown.gre).toBeGreaterThanOrEqual(file.gre)
      expect(standing(shown)).toBeGreaterThanOrEqual(standing(file))
      if (raised > 0) expect(burden).toBeLessThanOrEqual(1)
      else expect(shown).toEqual(file)
    }),
  )
})

test('ability shows in files, and in the chance to do well', () => {
  const mean = (ability: number) =>
    Array.from({ length: 300 }, (_, seed) => standing(drawn(seed, ability))).reduce((a, b) => a + b, 0) / 300
  expect(mean(1)).toBeGreaterThan(mean(0) + 0.08)
  expect(mean(0)).toBeGreaterThan(mean(-1) + 0.08)
  expect(chanceOf(1)).toBeGreaterThan(chanceOf(0))
})
