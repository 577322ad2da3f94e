import { HolonError } from '../../spec/error.ts'

const encoder = new TextEncoder()

/**
 * SipHash-2-4 (J.-P. Aumasson, D. J. Bernstein, 2012): a keyed hash of 64 bits, answered as its low and high
 * 32 bits, both from 0 to 2^32 - 1. Whoever lacks the key cannot make or predict one; enough for checksums
 * and assignment, too short for signatures. Text is hashed as its UTF-8 bytes.
 *
 * @param key 16 bytes
 * @example
 * ```ts
 * const [low, high] = siphash(new Uint8Array(16), 'p-17')
 * ```
 */
export function siphash(key: Uint8Array, data: Uint8Array | string): [low: number, high: number] {
  if (key.length !== 16) {
    throw new HolonError('input-invalid', `the key has ${key.length} bytes`, 'Give a key of 16 bytes.')
  }
  const length = typeof data === 'string' ? writeText(data) : writeBytes(data)
  const k0Low = word(key, 0)
  const k0High = word(key, 4)
  const k1Low = word(key, 8)
  const k1High = word(key, 12)
  let v0Low = k0Low ^ 0x70736575
  let v0High = k0High ^ 0x736f6d65
  let v1Low = k1Low ^ 0x6e646f6d
  let v1High = k1High ^ 0x646f7261
  let v2Low = k0Low ^ 0x6e657261
  let v2High = k0High ^ 0x6c796765
  let v3Low = k1Low ^ 0x79746573
  let v3High = k1High ^ 0x74656462
  const blocks = length >>> 3
  for (let block = 0; block <= blocks + 1; block += 1) {
    const final = block > blocks
    const low = final ? 0 : (words[block * 2] ?? 0)
    const high = final ? 0 : (words[block * 2 + 1] ?? 0)
    v3Low ^= low
    v3High ^= high
    if (final) v2Low ^= 0xff
    // Each 64-bit sum is two 32-bit ones and the carry between them.
    for (let round = final ? 4 : 2; round > 0; round -= 1) {
      let sum = (v0Low + v1Low) | 0
      v0High = (v0High + v1High + carry(v0Low, v1Low, sum)) | 0
      v0Low = sum
      let swap = (v1Low << 13) | (v1High >>> 19)
      v1High = ((v1High << 13) | (v1Low >>> 19)) ^ v0High
      v1Low = swap ^ v0Low
      swap = v0Low
      v0Low = v0High
      v0High = swap

      sum = (v2Low + v3Low) | 0
      v2High = (v2High + v3High + carry(v2Low, v3Low, sum)) | 0
      v2Low = sum
      swap = (v3Low << 16) | (v3High >>> 16)
      v3High = ((v3High << 16) | (v3Low >>> 16)) ^ v2High
      v3Low = swap ^ v2Low

      sum = (v0Low + v3Low) | 0
      v0High = (v0High + v3High + carry(v0Low, v3Low, sum)) | 0
      v0Low = sum
      swap = (v3Low << 21) | (v3High >>> 11)
      v3High = ((v3High << 21) | (v3Low >>> 11)) ^ v0High
      v3Low = swap ^ v0Low

      sum = (v2Low + v1Low) | 0
      v2High = (v2High + v1High + carry(v2Low, v1Low, sum)) | 0
      v2Low = sum
      swap = (v1Low << 17) | (v1High >>> 15)
      v1High = ((v1High << 17) | (v1Low >>> 15)) ^ v2High
      v1Low = swap ^ v2Low
      swap = v2Low
      v2Low = v2High
      v2High = swap
    }
    v0Low ^= low
    v0High ^= high
  }
  return [(v0Low ^ v1Low ^ v2Low ^ v3Low) >>> 0, (v0High ^ v1High ^ v2High ^ v3High) >>> 0]
}

/** A hash as a number in [0, 1) of 53 bits: the place of a subject in an assignment. */
export function unitOf([low, high]: readonly [low: number, high: number]): number {
  return ((high >>> 0) * 2 ** 21 + (low >>> 11)) / 2 ** 53
}

// The data is laid out once as the 32-bit words the rounds read: made anew for each call, it would cost more
// than the hash.
let words = new Int32Array(64)
let bytes = new Uint8Array(words.buffer)

/** Lays out ASCII text without encoding it first; answers its length in bytes. */
function writeText(text: string): number {
  makeRoom(text.length)
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code > 127) return writeBytes(encoder.encode(text))
    bytes[i] = code
  }
  return finish(text.length)
}

function writeBytes(data: Uint8Array): number {
  makeRoom(data.length)
  bytes.set(data)
  return finish(data.length)
}

/** The last block holds the bytes left over and, in its highest byte, the length. */
function finish(length: number): number {
  const end = (length & ~7) + 7
  for (let i = length; i < end; i += 1) bytes[i] = 0
  bytes[end] = length & 255
  return length
}

function makeRoom(length: number): void {
  if (length + 8 <= bytes.length) return
  words = new Int32Array((length >> 2) + 4)
  bytes = new Uint8Array(words.buffer)
}

/** The bit carried out of a 32-bit sum. Worked out rather than compared: no processor can predict it. */
const carry = (a: number, b: number, sum: number): number => ((a & b) | ((a | b) & ~sum)) >>> 31

/** Four bytes of the key as a little-endian 32-bit integer. */
const word = (key: Uint8Array, at: number): number =>
  (key[at] ?? 0) | ((key[at + 1] ?? 0) << 8) | ((key[at + 2] ?? 0) << 16) | ((key[at + 3] ?? 0) << 24)
