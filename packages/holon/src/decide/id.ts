import { siphash } from '../stats/hash/siphash.ts'

const digits = '0123456789abcdefghijklmnopqrstuv'
/** Every two-digit number of base 32. */
const pairs = Array.from({ length: 1024 }, (_, i) => (digits[i >> 5] ?? '') + (digits[i & 31] ?? ''))
const length = { at: 10, tag: 7, salt: 12, sum: 7 }
const unsigned = length.at + length.tag + length.salt
const whole = unsigned + 2 * length.sum

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
  const body = timeText(at) + tag + six(high) + six((high % 1) * 2 ** 23)
  return body + checksum(secret, body)
}

/** Reads an id; undefined when it was not made with this secret, or altered. */
export function readId(secret: Uint8Array, id: string): DecisionIdentity | undefined {
  if (id.length !== whole) return undefined
  const body = id.slice(0, unsigned)
  if (checksum(secret, body) !== id.slice(unsigned)) return undefined
  const at = Number.parseInt(id.slice(0, length.at), digits.length)
  return { at, tag: id.slice(length.at, length.at + length.tag) }
}

function checksum(secret: Uint8Array, body: string): string {
  const [low, high] = siphash(secret, body)
  return seven(low) + seven(high)
}

let lastTime = { at: -1, text: '' }

/** Many decisions fall into one millisecond, and its text is the slow part of an id. */
function timeText(at: number): string {
  if (lastTime.at !== at) lastTime = { at, text: at.toString(digits.length).padStart(length.at, '0') }
  return lastTime.text
}

/** The lower 30 bits of a number. */
const six = (number: number): string =>
  (pairs[(number >>> 20) & 1023] ?? '') + (pairs[(number >>> 10) & 1023] ?? '') + (pairs[number & 1023] ?? '')

/** 32 bits. */
const seven = (number: number): string => (digits[number >>> 30] ?? '') + six(number)
