import type { DecisionDocument } from 'holon'
import type { CoverageRiskPoint, SelectiveCertificate, SelectiveRefusal } from 'holon/stats'

/** What a selective policy tells of its promise. */
export type Selective = (SelectiveCertificate | SelectiveRefusal) & {
  readonly handOver: string
  readonly promise: { readonly wrongAtMost: number; readonly confidence: number }
  readonly curve: readonly CoverageRiskPoint[]
}

/** The promise in the options of a policy; undefined where it makes none. */
export function selectiveOf({
  kind,
  options,
}: Pick<DecisionDocument['policy'], 'kind' | 'options'>): Selective | undefined {
  return kind === 'selective' ? (options as unknown as Selective) : undefined
}

/** Whether a promise holds for every case, so that none is handed over. */
export const decidesAll = ({ threshold }: Pick<SelectiveCertificate, 'threshold'>): boolean =>
  threshold === -Number.MAX_VALUE

/** Why a promise cannot be made, in a sentence. */
export function cannotBecause({ because, n, needed }: SelectiveRefusal): string {
  if (because === 'too-few-cases') {
    return `${n} calibration cases are too few: even without a single mistake it would take ${needed}.`
  }
  return `On ${n} calibration cases it is wrong too often, even where it is surest.`
}
