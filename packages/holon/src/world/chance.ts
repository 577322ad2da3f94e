import type { Random } from '../spec/ports.ts'
import { type SeededRandom, seededRandom } from '../stats/random/seeded.ts'
import { type Draw, drawFrom } from './draw.ts'

/**
 * Chance in a world. Everything that draws has a stream of its own, named after what it draws for, so that two versions of
 * a product meet the same world: common random numbers.
 */
export class Chance {
  readonly #root: SeededRandom

  constructor(seed: number) {
    this.#root = seededRandom(seed)
  }

  /** A stream by its name. */
  stream(name: string): SeededRandom {
    return this.#root.fork(name)
  }

  draw(name: string): Draw {
    return drawFrom(this.stream(name))
  }
}

/** The chance that the product draws from: a stream of its own for every request, so that no request changes another. */
export class ProductChance implements Random {
  #stream: Random

  constructor(stream: Random) {
    this.#stream = stream
  }

  use(stream: Random): void {
    this.#stream = stream
  }

  next = (): number => this.#stream.next()
}
