import { describe, expect, test } from 'vitest'
import { HolonError } from '../../spec/error.ts'
import { siphash, unitOf } from './siphash.ts'

const key = Uint8Array.from({ length: 16 }, (_, i) => i)
const counting = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => i)
const hex = ([low, high]: readonly [number, number]): string =>
  high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0')

/** The definition with 64-bit integers, as the paper writes it. */
function reference(bytes: Uint8Array): string {
  const mask = 2n ** 64n - 1n
  const word = (source: Uint8Array, at: number): bigint =>
    [...source.slice(at, at + 8)].reduce((sum, byte, i) => sum | (BigInt(byte) << BigInt(8 * i)), 0n)
  const rotate = (x: bigint, by: bigint): bigint => ((x << by) | (x >> (64n - by))) & mask
  const [k0, k1] = [word(key, 0), word(key, 8)]
  let v0 = k0 ^ 0x736f6d6570736575n
  let v1 = k1 ^ 0x646f72616e646f6dn
  let v2 = k0 ^ 0x6c7967656e657261n
  let v3 = k1 ^ 0x7465646279746573n
  const round = (): void => {
    v0 = (v0 + v1) & mask
    v1 = rotate(v1, 13n) ^ v0
    v0 = rotate(v0, 32n)
    v2 = (v2 + v3) & mask
    v3 = rotate(v3, 16n) ^ v2
    v0 = (v0 + v3) & mask
    v3 = rotate(v3, 21n) ^ v0
    v2 = (v2 + v1) & mask
    v1 = rotate(v1, 17n) ^ v2
    v2 = rotate(v2, 32n)
  }
  const padded = new Uint8Array((bytes.length & ~7) + 8)
  padded.set(bytes)
  padded[padded.length - 1] = bytes.length & 255
  for (let at = 0; at < padded.length; at += 8) {
    const m = word(padded, at)
    v3 ^= m
    round()
    round()
    v0 ^= m
  }
  v2 ^= 0xffn
  for (let i = 0; i < 4; i += 1) round()
  return (v0 ^ v1 ^ v2 ^ v3).toString(16).padStart(16, '0')
}

describe('siphash', () => {
  test.each([
    [0, '726fdb47dd0e0e31'],
    [1, '74f839c593dc67fd'],
    [2, '0d6c8009d9a94f5a'],
    [3, '85676696d7fb7e2d'],
    [7, 'ab0200f58b01d137'],
    [8, '93f5f5799a932462'],
    [15, 'a129ca6149be45e5'],
    [63, '958a324ceb064572'],
  ])('gives the published vector of length %i', (length, expected) => {
    expect(hex(siphash(key, counting(length)))).toBe(expected)
  })

  test('agrees with the definition at every length up to 300', () => {
    for (let length = 0; length <= 300; length += 1) {
      const bytes = counting(length).map((byte) => byte * 37 + 11)
      expect(hex(siphash(key, bytes))).toBe(reference(bytes))
    }
  })

  test('hashes text as its UTF-8 bytes', () => {
    for (const text of ['', 'audit-risk-meter', 'größe', '日本語 🙂']) {
      expect(siphash(key, text)).toEqual(siphash(key, new TextEncoder().encode(text)))
    }
  })

  test('wants a key of 16 bytes', () => {
    expect(() => siphash(new Uint8Array(15), 'x')).toThrow(HolonError)
  })

  test('spreads evenly over [0, 1)', () => {
    const bins = new Array<number>(20).fill(0)
    for (let i = 0; i < 20_000; i += 1) {
      const unit = unitOf(siphash(key, `person-${i}`))
      expect(unit).toBeGreaterThanOrEqual(0)
      expect(unit).toBeLessThan(1)
      const bin = Math.floor(unit * 20)
      bins[bin] = (bins[bin] ?? 0) + 1
    }
    for (const count of bins) expect(Math.abs(count - 1000)).toBeLessThan(150)
  })
})
