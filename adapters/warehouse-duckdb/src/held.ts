import { resolve } from 'node:path'
import { HolonError } from 'holon'

// DuckDB keeps other processes from a file, but not the same process, where two instances would spoil it.
const held = new Set<string>()

/**
 * Takes a file for this process until the answered function is called.
 *
 * @throws HolonError `warehouse-unavailable` while it is taken.
 */
export function hold(file: string): () => void {
  const path = resolve(file)
  if (held.has(path))
    throw new HolonError(
      'warehouse-unavailable',
      `The warehouse file ${file} is open already.`,
      'Use the warehouse that is open, or close it first.',
    )
  held.add(path)
  return () => held.delete(path)
}
