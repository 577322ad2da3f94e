import type { Appending, DecisionLog, Entry, Random, Receipt } from 'holon'

/** What of a log is sampled. */
export interface Sampling {
  /** Which decisions there are too many of. */
  readonly decision: string
  /** Probability that a record of them is kept, above 0, at most 1. */
  readonly keep: number
  readonly random: Random
  /** Told why a record of the sample could not be written. */
  readonly onLost?: (error: unknown) => void
}

/**
 * A log that keeps a share of the records of one decision, drawn at random, and writes into each of those with what
 * probability one like it is dropped, so that sums over them can be weighted back. A control loop must not stand still
 * because a disk does: what is sampled is written without waiting for it. Records in which a guardrail acted, and
 * everything else, are all kept, and durable before the answer as ever.
 */
export function sampledLog(
  log: DecisionLog,
  { decision, keep, random, onLost = () => undefined }: Sampling,
): DecisionLog {
  const isSampled = (entry: Entry): boolean =>
    entry.kind === 'decision' && entry.decision === decision && entry.interventions.length === 0
  const sample = ({ entry, ...more }: Appending): Receipt => {
    const told = { ...entry, drop: 1 - keep } as Entry
    if (random.next() < keep) log.append([{ ...more, entry: told }]).catch(onLost)
    return { position: 0, entry: told, fresh: true }
  }
  const append = async (entries: readonly Appending[]): Promise<readonly Receipt[]> => {
    const whole = entries.filter(({ entry }) => !isSampled(entry))
    const receipts = whole.length === 0 ? [] : [...(await log.append(whole))]
    return entries.map((one) => (isSampled(one.entry) ? sample(one) : (receipts.shift() as Receipt)))
  }
  return { ...log, append }
}
