import type { Explanation } from '../spec/api.ts'
import type { Attribution, Contribution } from '../spec/model.ts'
import { applyCalibration } from '../stats/calibration/apply.ts'
import type { Said } from './moment.ts'
import type { Plan } from './plan.ts'

/** What one feature, or the several columns of one categorical feature, did to a prediction. */
interface Effect {
  readonly name: string
  readonly value: string
  readonly reference: string
  by: number
}

/** Where the model can tell: how far each feature moved the raw prediction away from that of a typical case. */
export function attribute(plan: Plan, said: Said | undefined): Attribution | undefined {
  const model = plan.source?.model
  if (said?.ok !== true || model?.explain === undefined || model.reference === undefined) return undefined
  try {
    const attribution = model.explain(said.features, model.reference)
    const sum = attribution.contributions.reduce((total, one) => total + one.by, attribution.base)
    return Math.abs(sum - attribution.value) < 1e-3 ? attribution : undefined
  } catch {
    return undefined
  }
}

/**
 * An attribution in the words of the product and on the scale a person sees. For a probability the log-odds are carried
 * to percentage points: each effect keeps its share of the way from the typical case's calibrated probability to this
 * one's, so that the effects still add up.
 */
export function explain(plan: Plan, attribution: Attribution | undefined): Explanation | undefined {
  if (attribution === undefined) return undefined
  const base = onScale(plan, attribution, attribution.base)
  const value = onScale(plan, attribution, attribution.value)
  const way = attribution.value - attribution.base
  const scale = way === 0 ? 0 : (value - base) / way
  const facts = effects(attribution.contributions)
    .map(({ name, by, ...rest }) => ({ fact: plan.source?.words[name] ?? name, ...rest, by: by * scale }))
    .filter((one) => one.by !== 0)
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by))
  return { base, value, facts, sentences: facts.slice(0, 3).map((one) => sentence(attribution.unit, one)) }
}

function onScale(plan: Plan, { unit }: Attribution, value: number): number {
  if (unit === 'value') return value
  const probability = 1 / (1 + Math.exp(-value))
  return plan.source?.model.calibration === undefined
    ? probability
    : applyCalibration(plan.source.model.calibration, probability)
}

/** One-hot columns named `feature=category` are told as one fact. */
function effects(contributions: readonly Contribution[]): readonly Effect[] {
  const found = new Map<string, Effect>()
  for (const { feature, value, reference, by } of contributions) {
    const cut = feature.indexOf('=')
    const name = cut === -1 ? feature : feature.slice(0, cut)
    const category = cut === -1 ? undefined : feature.slice(cut + 1)
    const earlier = found.get(name)
    found.set(name, {
      name,
      value: spoken(category, value) ?? earlier?.value ?? '',
      reference: spoken(category, reference) ?? earlier?.reference ?? '',
      by: (earlier?.by ?? 0) + by,
    })
  }
  return [...found.values()]
}

function spoken(category: string | undefined, value: number | string | boolean): string | undefined {
  if (category !== undefined) return value === 1 || value === true ? category : undefined
  return typeof value === 'number' ? numbers.format(value) : String(value)
}

const numbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })

function sentence(
  unit: Attribution['unit'],
  { fact, value, reference, by }: Explanation['facts'][number],
): string {
  const size =
    unit === 'log-odds'
      ? `${numbers.format(Math.abs(by) * 100)} percentage points`
      : numbers.format(Math.abs(by))
  const instead = reference === '' || reference === value ? '' : ` (typical: ${reference})`
  return `${fact} ${value}${instead} ${by > 0 ? 'raised' : 'lowered'} the estimate by ${size}.`
}
