import type { Random } from '../spec/ports.ts'

const words = 1024

/** Chance from the platform's secure generator. Fetches a few kilobytes at a time: a call costs nanoseconds. */
export function systemRandom(): Random {
  const pool = new Uint32Array(words)
  let used = words
  return {
    next() {
      if (used === words) {
        crypto.getRandomValues(pool)
        used = 0
      }
      const high = (pool[used] ?? 0) >>> 5
      const low = (pool[used + 1] ?? 0) >>> 6
      used += 2
      return (high * 2 ** 26 + low) / 2 ** 53
    },
  }
}

/** Bytes drawn from a source of chance: secret only if the source is. */
export function randomBytes(random: Random, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => Math.floor(random.next() * 256))
}
