import { type BoostedTrees, encode, logOdds, tableOf } from '@holon/learn'
import type { Features } from 'holon'
import type { Example } from './audit-data.ts'
import { auditFields, encoders } from './features.ts'

/** A value is common when at least this share of returns has it. */
const common = 0.05

/**
 * A typical return, to explain others against: of each fact the common value whose effect on the log-odds is nearest to
 * its mean effect over all returns. Effects of an additive model do not depend on each other, so the log-odds of this return
 * are about the mean, and what each fact of another return adds is about its Shapley value against all returns.
 */
export function typicalReturn(model: BoostedTrees, examples: readonly Example[]): Features {
  const all = examples.map(({ facts }) => auditFields(facts))
  const typical = { ...all[0] }
  for (const { field } of encoders) {
    const counts = countsOf(all.map((fields) => fields[field] as number | string))
    const values = [...counts.keys()]
    const rows = values.map((value) => encode(encoders, { ...typical, [field]: value }))
    const effects = logOdds(model, tableOf(rows, model.names))
    const mean =
      values.reduce<number>((sum, value, i) => sum + (counts.get(value) ?? 0) * (effects[i] ?? 0), 0) /
      all.length
    let nearest = Number.POSITIVE_INFINITY
    for (const [i, value] of values.entries()) {
      const off = Math.abs((effects[i] as number) - mean)
      if ((counts.get(value) ?? 0) < common * all.length || off >= nearest) continue
      nearest = off
      typical[field] = value
    }
  }
  return encode(encoders, typical)
}

function countsOf<T>(values: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
