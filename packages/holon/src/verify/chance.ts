import type { Random } from '../spec/ports.ts'
import { seededRandom } from '../stats/random/seeded.ts'

/** Chance that begins anew at every step of a story, so that a step draws the same when others are left out. */
export interface StepChance extends Random {
  begin(seed: number): void
}

/** No two draws of one chance are equal (a million of them at least): ids are made of draws. */
export function stepChance(): StepChance {
  let stream = seededRandom(0)
  let count = 0
  return {
    begin: (seed) => {
      stream = seededRandom(seed)
    },
    next: () => {
      count = (count + 1) % 2 ** 20
      return (Math.floor(stream.next() * 2 ** 32) + count / 2 ** 20) / 2 ** 32
    },
  }
}
