/** The whole state of a generator: four 32-bit words, enough to continue exactly where it stood. */
export type RandomState = readonly [number, number, number, number]

/** A generator that repeats: the same seed gives the same numbers on every machine, today and later. */
export interface SeededRandom {
  /** Uniform in [0, 1), 53 bits. */
  next(): number
  /** An independent generator for a part of the work, named so that the order of creation does not matter. */
  fork(name: number | string): SeededRandom
  state(): RandomState
}

/**
 * The generator sfc32 (C. Doty-Humphrey, PractRand): passes PractRand and TestU01's BigCrush, needs 32-bit
 * integers only, and repeats after 2^127 draws on average. For simulation, not for secrets.
 *
 * @example
 * ```ts
 * const random = seededRandom(7)
 * random.next() === seededRandom(7).next() // true
 * ```
 */
export function seededRandom(seed: number | string): SeededRandom {
  return new Sfc32(stateFrom(typeof seed === 'number' ? numberWords(seed) : textWords(seed)))
}

/** A generator that continues from a state taken earlier. */
export function resumedRandom(state: RandomState): SeededRandom {
  return new Sfc32(state)
}

/** A simulation holds hundreds of thousands of these at once, so one has to be small, and a new one cheap. */
class Sfc32 implements SeededRandom {
  readonly #origin: RandomState
  #a: number
  #b: number
  #c: number
  #counter: number

  constructor(state: RandomState) {
    this.#origin = state
    ;[this.#a, this.#b, this.#c, this.#counter] = state
  }

  next(): number {
    const high = this.#draw() >>> 5
    return (high * 2 ** 26 + (this.#draw() >>> 6)) / 2 ** 53
  }

  fork(name: number | string): SeededRandom {
    return new Sfc32(stateFrom(textWords(String(name), [...this.#origin])))
  }

  state(): RandomState {
    return [this.#a, this.#b, this.#c, this.#counter]
  }

  #draw(): number {
    const result = (this.#a + this.#b + this.#counter) | 0
    this.#counter = (this.#counter + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + result) | 0
    return result >>> 0
  }
}

/** Spreads words of any number over a full state, and draws until it is well mixed. */
function stateFrom(words: readonly number[]): RandomState {
  const state: [number, number, number] = [0, 0, 0]
  let mixed = 0
  const all = [words.length, ...words, 0, 1, 2]
  for (let i = 0; i < all.length; i += 1) {
    mixed = splitMix(mixed ^ (all[i] as number))
    state[i % 3] = (state[i % 3] as number) ^ mixed
  }
  const generator = new Sfc32([...state, 1])
  for (let i = 0; i < 8; i += 1) generator.next()
  return generator.state()
}

/** One step of SplitMix32: a bijection of 32 bits whose outputs look independent. */
function splitMix(value: number): number {
  let z = (value + 0x9e3779b9) | 0
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b)
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
  return z ^ (z >>> 16)
}

function numberWords(seed: number): number[] {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, seed)
  return [view.getInt32(0), view.getInt32(4)]
}

/** The code points of a text, behind other words. */
function textWords(text: string, words: number[] = []): number[] {
  for (const character of text) words.push(character.codePointAt(0) ?? 0)
  return words
}
