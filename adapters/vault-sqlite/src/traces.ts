import { closeSync, openSync, readSync } from 'node:fs'

const chunk = 1 << 20

/** Whether any of some short byte strings, up to 64 bytes each, stands anywhere in a file. */
export function hasTraces(file: string, traces: readonly Buffer[]): boolean {
  const overlap = 64
  const window = Buffer.alloc(overlap + chunk)
  const handle = openSync(file, 'r')
  try {
    for (let read = readSync(handle, window, overlap, chunk, null); read > 0; ) {
      const seen = window.subarray(0, overlap + read)
      if (traces.some((trace) => seen.includes(trace))) return true
      seen.copy(window, 0, seen.length - overlap)
      read = readSync(handle, window, overlap, chunk, null)
    }
    return false
  } finally {
    closeSync(handle)
  }
}
