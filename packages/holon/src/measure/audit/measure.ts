import type { AuditedValue } from '../../spec/audit.ts'
import type { Expression } from '../../spec/measure.ts'
import type { MeasureAnswer, MeasureQuery } from '../../spec/ports.ts'
import { type AskedCell, type AskedMean, askedMean } from '../../stats/feedback/asked-mean.ts'
import type { DecisionPart } from '../../system/decision.ts'
import { type Estimate, estimate } from '../estimate.ts'
import { type AuditPlan, auditPlan } from './plan.ts'

/** Asks a warehouse. */
export type AskWarehouse = (query: MeasureQuery) => Promise<readonly MeasureAnswer[]>

/** What an audit says of each slice and stretch of a question. */
export type Audits = (place: Pick<MeasureAnswer, 'slice' | 'from'>) => AuditedValue

/**
 * Corrects a question for who answers, by the random audit of the feedback it reads. Undefined where no audit bears on it.
 */
export async function audits(
  ask: AskWarehouse,
  query: MeasureQuery,
  { feedbackParts }: Pick<DecisionPart, 'feedbackParts'>,
): Promise<Audits | undefined> {
  const plan = auditPlan(query.measure, feedbackParts)
  if (plan === undefined) return undefined
  const cells = await (query.slice === undefined ? cellsOf(ask, query, plan) : slicedCells(ask, query, plan))
  const byPlace = Map.groupBy(cells, placeOf)
  return (place) => corrected(plan, byPlace.get(placeOf(place)) ?? [])
}

interface PlacedCell extends AskedCell, Pick<MeasureAnswer, 'slice' | 'from'> {}

const placeOf = ({ slice, from }: Pick<MeasureAnswer, 'slice' | 'from'>): string =>
  JSON.stringify([slice, from ?? null])

/** The cells of a question without slices, of each of its stretches. */
async function cellsOf(
  ask: AskWarehouse,
  query: MeasureQuery,
  { sizes, answers, cell }: AuditPlan,
): Promise<readonly PlacedCell[]> {
  const counted = await ask({ ...query, measure: sizes, slice: cell })
  const said = await ask({ ...query, measure: answers, slice: cell })
  return joined(counted, said, ({ slice }) => Number(slice)).map((one) => ({ ...one, slice: null }))
}

/** The same of a question with slices, cell by cell: a warehouse tells rows apart in one way at a time. */
async function slicedCells(
  ask: AskWarehouse,
  query: MeasureQuery,
  { sizes, answers, cell }: AuditPlan,
): Promise<readonly PlacedCell[]> {
  const kinds = await ask({ ...query, measure: sizes, slice: cell })
  const found: PlacedCell[] = []
  for (const { slice: kind } of kinds) {
    if (typeof kind !== 'number') continue
    const counted = await ask({ ...query, measure: onlyIn(sizes, cell, kind) })
    const said = await ask({ ...query, measure: onlyIn(answers, cell, kind) })
    found.push(...joined(counted, said, () => kind))
  }
  return found
}

function onlyIn(measure: AuditPlan['sizes'], cell: Expression, kind: number): AuditPlan['sizes'] {
  const same: Expression = { op: 'compare', by: 'eq', left: cell, right: { op: 'literal', value: kind } }
  return { ...measure, among: { op: 'and', of: [...(measure.among ? [measure.among] : []), same] } }
}

function joined(
  counted: readonly MeasureAnswer[],
  said: readonly MeasureAnswer[],
  kindOf: (answer: MeasureAnswer) => number,
): readonly PlacedCell[] {
  const answers = new Map(said.map((one) => [placeOf(one), one.statistics]))
  return counted.flatMap((one) => {
    const kind = kindOf(one)
    const found = answers.get(placeOf(one))
    if (!(kind > 0) || one.statistics.kind !== 'count') return []
    const { n, sum, squares } = found?.kind === 'moments' ? found : { n: 0, sum: 0, squares: 0 }
    // One asked for sure is at 2; nobody else is above 1.
    const asked = kind > 1
    return [
      {
        ...{ slice: one.slice, asked, probability: asked ? kind - 1 : kind, n: one.statistics.n },
        ...{ answers: n, sum, squares },
        ...(one.from !== undefined && { from: one.from }),
      },
    ]
  })
}

function corrected(plan: AuditPlan, cells: readonly AskedCell[]): AuditedValue {
  const { feedback, range, unanswered } = plan
  const decisions = cells.reduce((sum, { n }) => sum + n, 0)
  const head = { feedback, decisions, naive: naiveOf(plan, cells) }
  if (decisions === 0) {
    const because = 'In these decisions nobody could have been asked at random.'
    const [lowest, highest] = range
    return {
      ...{ ...head, asked: 0, answered: 0, whenAsked: null, unasked: null, worst: [lowest, highest] },
      whole: { kind: 'bounds', lowest, highest, assuming: 'nothing', because },
    }
  }
  const { asked, answered, whenAsked, unasked, worst, corrected } = askedMean(cells, { range, unanswered })
  return {
    ...{ ...head, asked, answered, whenAsked, unasked, worst: [worst.lowest, worst.highest] },
    whole: wholeOf(corrected),
  }
}

/** What would be measured without the audit. */
function naiveOf({ answers }: AuditPlan, cells: readonly AskedCell[]): Estimate {
  const sums = { kind: 'moments' as const, n: 0, sum: 0, squares: 0 }
  for (const cell of cells) {
    if (cell.asked) continue
    sums.n += cell.answers
    sums.sum += cell.sum
    sums.squares += cell.squares
  }
  return estimate(answers, sums)
}

function wholeOf(corrected: AskedMean['corrected']): AuditedValue['whole'] {
  if (corrected.kind === 'bounds') return corrected
  const { value, interval, effectiveSampleSize } = corrected
  return {
    ...{ kind: 'estimate', method: 'audit', value, effectiveSampleSize },
    interval: [interval.lower, interval.upper],
    assuming: alike,
  }
}

const alike = 'those who do not answer even when asked are like those who answer only because they are asked'

/** A measured value as audited: the estimate; or no value, and the bounds as its interval. */
export function auditedEstimate({ naive, answered, whole }: AuditedValue): Estimate {
  const n = naive.n + answered
  if (whole.kind === 'estimate') return { value: whole.value, interval: whole.interval, n }
  return { value: null, interval: [whole.lowest, whole.highest], n }
}
