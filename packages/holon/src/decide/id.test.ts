import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decisionTag, makeId, readId } from './id.ts'

const secret = fc.uint8Array({ minLength: 16, maxLength: 16 })
const time = fc.integer({ min: 0, max: 2 ** 45 })
const chance = fc.double({ min: 0, max: 1 - 2 ** -53, noNaN: true })

it('is read back with the secret it was made with, and with no other', () => {
  fc.assert(
    fc.property(secret, secret, time, chance, (one, other, at, salt) => {
      const id = makeId(one, at, decisionTag('s', 'd'), salt)
      expect(id).toMatch(/^[0-9a-v]{43}$/)
      expect(readId(one, id)).toEqual({ at, tag: decisionTag('s', 'd') })
      if (one.join() !== other.join()) expect(readId(other, id)).toBeUndefined()
    }),
  )
})

it('sorts by time', () => {
  fc.assert(
    fc.property(time, time, chance, chance, (a, b, x, y) => {
      if (a === b) return
      const [first, second] = [
        makeId(new Uint8Array(16), a, 'tag0000', x),
        makeId(new Uint8Array(16), b, 'tag0000', y),
      ]
      expect(first < second).toBe(a < b)
    }),
  )
})

it('differs when the chance differs in its last bit', () => {
  const make = (salt: number) => makeId(new Uint8Array(16), 1, 'tag0000', salt)
  expect(make(0.5)).not.toBe(make(0.5 + 2 ** -53))
  expect(make(2 ** -53)).not.toBe(make(0))
})
