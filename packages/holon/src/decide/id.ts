import { siphash } from '../stats/hash/siphash.ts'

const digits = '0123456789abcdefghijklmnopqrstuv'
/** Every two-digit number of base 32. */
const pairs = Array.from({ length: 1024 }, (_, i) => (digits[i >> 5] ?? '') + (digits[i & 31] ?? ''))
/** Where the parts begin: ten digits of time, seven of the decision point, twelve of chance, fourteen of checksum. */
const place = { tag: 10, high: 17, low: 23, sum: 29 }

/** What an id tells without reading the log. */
export interface DecisionIdentity {
  /** Milliseconds since 1970 when it was decided. */
  readonly at: number
  /** Tag of the decision point. */
  readonly tag: string
}

/** Short name of a decision point inside ids: the same for the same two names. */
export function decisionTag(system: string, decision: string): string {
  const [low] = siphash(new Uint8Array(16), `${system}/${decision}`)
  return seven(low)
}

/**
 * Makes the id of a decision: time, decision point, chance and a checksum under the installation's secret, 43
 * characters of 0-9a-v that sort by time. Feedback for it can be checked and accepted without reading anything.
 *
 * @param chance uniform in [0, 1), 53 bits
 */
export function makeId(secret: Uint8Array, at: number, tag: string, chance: number): string {
  const high = chance * 2 ** 30
  return write(secret, at, tag, high >>> 0, ((high % 1) * 2 ** 23) >>> 0)
}

/** Reads an id; undefined when it was not made with this secret, or altered. */
export function readId(secret: Uint8Array, id: string): DecisionIdentity | undefined {
  const number = (from: number, to: number) => Number.parseInt(id.slice(from, to), digits.length)
  const at = number(0, place.tag)
  const tag = id.slice(place.tag, place.high)
  const again = write(secret, at, tag, number(place.high, place.low), number(place.low, place.sum))
  // Compared whole, no other spelling of the same numbers passes.
  return again === id ? { at, tag } : undefined
}

/** The id of these numbers; the two of chance have 30 bits each. */
function write(secret: Uint8Array, at: number, tag: string, high: number, low: number): string {
  return timeText(at) + tag + six(high) + six(low) + checksum(secret, at, tag, high, low)
}

const summed = new DataView(new ArrayBuffer(place.high - place.tag + 16))
const summedBytes = new Uint8Array(summed.buffer)

/** Of the numbers instead of their text: laying the text out takes longer than hashing it. */
function checksum(secret: Uint8Array, at: number, tag: string, high: number, low: number): string {
  summed.setFloat64(0, at)
  summed.setUint32(8, high)
  summed.setUint32(12, low)
  for (let i = 0; i < tag.length; i++) summed.setUint8(16 + i, tag.charCodeAt(i))
  const [first, second] = siphash(secret, summedBytes)
  return seven(first) + seven(second)
}

let lastTime = { at: -1, text: '' }

/** Many decisions fall into one millisecond, and its text is the slow part of an id. */
function timeText(at: number): string {
  if (lastTime.at !== at) lastTime = { at, text: at.toString(digits.length).padStart(place.tag, '0') }
  return lastTime.text
}

/** The lower 30 bits of a number. */
const six = (number: number): string =>
  (pairs[(number >>> 20) & 1023] ?? '') + (pairs[(number >>> 10) & 1023] ?? '') + (pairs[number & 1023] ?? '')

/** 32 bits. */
const seven = (number: number): string => (digits[number >>> 30] ?? '') + six(number)
