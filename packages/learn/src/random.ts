import type { SeededRandom } from 'holon/stats'

/** Positions 0 to `count` - 1 in random order (Fisher-Yates). */
export function shuffled(count: number, random: SeededRandom): Int32Array {
  return sampled(count, count, random)
}

/** `size` different positions out of 0 to `count` - 1, each set as likely as any other, in the order they were drawn. */
export function sampled(count: number, size: number, random: SeededRandom): Int32Array {
  const positions = Int32Array.from({ length: count }, (_, index) => index)
  for (let i = 0; i < size; i++) {
    const other = i + Math.floor(random.next() * (count - i))
    const kept = positions[i] as number
    positions[i] = positions[other] as number
    positions[other] = kept
  }
  return positions.slice(0, size)
}
