import { siphash } from '../stats/hash/siphash.ts'

const radix = 36
const length = { at: 9, tag: 7, salt: 11, sum: 7 }
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
  return text(low, length.tag)
}

/**
 * Makes the id of a decision: time, decision point, chance and a checksum under the installation's secret, 41
 * characters of 0-9a-z that sort by time. Feedback for it can be checked and accepted without reading anything.
 *
 * @param chance uniform in [0, 1), 53 bits
 */
export function makeId(secret: Uint8Array, at: number, tag: string, chance: number): string {
  const body = text(at, length.at) + tag + text(chance * 2 ** 53, length.salt)
  return body + checksum(secret, body)
}

/** Reads an id; undefined when it was not made with this secret, or altered. */
export function readId(secret: Uint8Array, id: string): DecisionIdentity | undefined {
  if (id.length !== whole) return undefined
  const body = id.slice(0, unsigned)
  if (checksum(secret, body) !== id.slice(unsigned)) return undefined
  return {
    at: Number.parseInt(id.slice(0, length.at), radix),
    tag: id.slice(length.at, length.at + length.tag),
  }
}

function checksum(secret: Uint8Array, body: string): string {
  const [low, high] = siphash(secret, body)
  return text(low, length.sum) + text(high, length.sum)
}

const text = (number: number, width: number): string => number.toString(radix).padStart(width, '0')
