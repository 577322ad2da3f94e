import type { Appending, DecisionLog, Entry, Random, Receipt } from 'holon'

/** What of a log is sampled. */
export interface Sampling {
  /** Which decisions there are too many of. */
  readonly decision: string
  /** Probability that a record of them is kept, above 0, at most 1. */
  readonly keep: number
  readonly random: Random
}

/**
 * A log that keeps a share of the records of one decision, drawn at random, and writes into each of those with what
 * probability one like it is dropped, so that sums over them can be weighted back. Records in which a guardrail acted, and
 * everything else, are all kept.
 */
export function sampledLog(log: DecisionLog, { decision, keep, random }: Sampling): DecisionLog {
  const sampled = (entry: Entry): boolean =>
    entry.kind === 'decision' && entry.decision === decision && entry.interventions.length === 0
  const append = async (entries: readonly Appending[]): Promise<readonly Receipt[]> => {
    const told = entries.map((one) => {
      const { entry } = one
      if (!sampled(entry)) return { one, kept: true }
      return { one: { ...one, entry: { ...entry, drop: 1 - keep } as Entry }, kept: random.next() < keep }
    })
    const kept = told.filter((each) => each.kept).map((each) => each.one)
    const receipts = kept.length === 0 ? [] : [...(await log.append(kept))]
    return told.map((each) =>
      each.kept ? (receipts.shift() as Receipt) : { position: 0, entry: each.one.entry, fresh: true },
    )
  }
  return { ...log, append }
}
