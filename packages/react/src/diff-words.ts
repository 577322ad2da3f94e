/** A stretch of text that both have, that only the first has, or that only the second has. */
export interface Stretch {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Above this many cells, what differs in the middle is one replacement. */
const mostCells = 4_000_000

/**
 * Compares two texts word by word, white space included: the stretches without the added ones are the first text,
 * without the removed ones the second. As few words as possible are removed and added (longest common subsequence by
 * dynamic programming; Wagner and Fischer, The string-to-string correction problem, 1974), unless the texts are very
 * long and differ nearly everywhere.
 *
 * @example
 * ```ts
 * diffWords('a red bus', 'a blue bus').length // 4
 * ```
 */
export function diffWords(before: string, after: string): readonly Stretch[] {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return joined([
    ...a.slice(0, start).map(same),
    ...between(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...a.slice(a.length - end).map(same),
  ])
}

/** Words, and the white space between them, and every other character alone: `wordsOf('a, b')` is a `,` space b. */
function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? []
}

function between(a: readonly string[], b: readonly string[]): readonly Stretch[] {
  if (a.length * b.length > mostCells) return [...a.map(removed), ...b.map(added)]
  const width = b.length + 1
  /** At [i, j]: how many words the rests of both from i and j on have in common. */
  const common = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number): number => common[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const stretches: Stretch[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [one = '', other = ''] = [a[i], b[j]]
    if (i < a.length && j < b.length && one === other) {
      stretches.push(same(one))
      i++
      j++
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      stretches.push(removed(one))
      i++
    } else {
      stretches.push(added(other))
      j++
    }
  }
  return stretches
}

const same = (text: string): Stretch => ({ kind: 'same', text })
const removed = (text: string): Stretch => ({ kind: 'removed', text })
const added = (text: string): Stretch => ({ kind: 'added', text })

function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = []
  for (const next of stretches) {
    const last = result.at(-1)
    if (last?.kind === next.kind) result[result.length - 1] = { ...next, text: last.text + next.text }
    else result.push(next)
  }
  return result
}
