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
  return start(stateFrom(typeof seed === 'number' ? numberWords(seed) : textWords(seed)))
}

/** A generator that continues from a state taken earlier. */
export function resumedRandom(state: RandomState): SeededRandom {
  return start(state)
}

function start(state: RandomState): SeededRandom {
  const origin = state
  let [a, b, c, counter] = state
  const draw = (): number => {
    const result = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + result
    c |= 0
    return result >>> 0
  }
  return {
    next() {
      const high = draw() >>> 5
      return (high * 2 ** 26 + (draw() >>> 6)) / 2 ** 53
    },
    fork(name) {
      return start(stateFrom([...origin, ...textWords(String(name))]))
    },
    state: () => [a, b, c, counter],
  }
}

/** Spreads words of any number over a full state, and draws until it is well mixed. */
function stateFrom(words: readonly number[]): RandomState {
  const state: [number, number, number] = [0, 0, 0]
  let mixed = 0
  let place = 0
  const mix = (word: number) => {
    mixed = splitMix(mixed ^ word)
    state[place] = (state[place] as number) ^ mixed
    place = place === 2 ? 0 : place + 1
  }
  mix(words.length)
  for (let i = 0; i < words.length; i += 1) mix(words[i] as number)
  for (let i = 0; i < 3; i += 1) mix(i)
  const generator = start([...state, 1])
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

function textWords(text: string): number[] {
  const words: number[] = []
  for (const character of text) words.push(character.codePointAt(0) ?? 0)
  return words
}
