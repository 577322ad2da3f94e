import { type Encoder, encode } from '@holon/learn'
import { z } from 'zod'
import type { FilingStatus } from '../domain/filing-status.ts'

/** What is known of a return and its filer, by the names the audit data uses. Undefined: not known. */
export interface AuditFacts {
  readonly employment: string | undefined
  readonly education: string | undefined
  readonly occupation: string | undefined
  readonly filingStatus: FilingStatus
  /** Dollars a year. */
  readonly income: number
  /** Dollars a year. */
  readonly deductions: number
  /** Hours of work a week. */
  readonly hours: number | undefined
}

/** Incomes of the returns the model was trained on, in dollars: beyond them nothing is known of how well it does. */
export const knownIncome = { from: 610, to: 481_259 } as const

/** Largest deductions among the returns the model was trained on, in dollars. */
export const knownDeductions = 2_904

/** Years that a completed education takes; the data has no years of its own. */
const years = {
  Preschool: 0,
  Yr1t4: 4,
  Yr5t6: 6,
  Yr7t8: 8,
  Yr9: 9,
  Yr10: 10,
  Yr11: 11,
  Yr12: 12,
  HSgrad: 12,
  Vocational: 13,
  College: 13,
  Associate: 14,
  Bachelor: 16,
  Master: 18,
  Professional: 19,
  Doctorate: 21,
} as const

const statuses = ['joint', 'other'] as const
const occupations = [
  'Executive',
  'Professional',
  'Clerical',
  'Sales',
  'Support',
  'Service',
  'Protective',
  'Repair',
  'Machinist',
  'Transport',
  'Cleaner',
  'Farming',
  'Home',
  'Military',
  'unknown',
] as const

/** How the fields of `auditFields` become features, as data: training and serving both encode by it. */
export const encoders: readonly Encoder[] = [
  { kind: 'order', field: 'schooling', ranks: years, otherwise: years.College },
  { kind: 'one-hot', field: 'filing status', values: statuses },
  { kind: 'number', field: 'deductions' },
  { kind: 'number', field: 'hours' },
  { kind: 'one-hot', field: 'occupation', values: occupations },
]

/** The features of the audit-risk model. Titles are the words of its explanations. */
export const AuditFeatures = z.object({
  schooling: z.number().meta({ title: 'Years of schooling' }),
  ...oneHot('filing status', 'Filing status', statuses),
  deductions: z.number().meta({ title: 'Deductions' }),
  hours: z.number().meta({ title: 'Hours of work a week' }),
  ...oneHot('occupation', 'Occupation', occupations),
})
export type AuditFeatures = z.infer<typeof AuditFeatures>

/**
 * The features of a return, for training and for serving alike.
 *
 * @example
 * ```ts
 * const facts = { education: 'Bachelor', occupation: 'Sales', filingStatus: 'single', income: 52_000, deductions: 0 } as const
 * auditFeatures({ ...facts, employment: undefined, hours: 45 }).schooling // 16
 * ```
 */
export function auditFeatures(facts: AuditFacts): AuditFeatures {
  return encode(encoders, auditFields(facts)) as AuditFeatures
}

/**
 * The fields that are encoded. What is not known counts as what most returns have: some college, 40 hours. So do
 * deductions beyond those of the data: its largest are small, and next to none of its returns has any.
 */
export function auditFields(facts: AuditFacts): Record<string, number | string> {
  return {
    schooling: facts.education ?? 'unknown',
    'filing status': facts.filingStatus === 'married-jointly' ? 'joint' : 'other',
    deductions: facts.deductions > knownDeductions ? 0 : facts.deductions,
    hours: facts.hours ?? 40,
    occupation: facts.occupation ?? 'unknown',
    employment: facts.employment ?? 'unknown',
    income: facts.income,
  }
}

function oneHot<const F extends string, const V extends string>(
  field: F,
  title: string,
  values: readonly V[],
) {
  const columns = values.map((value) => [`${field}=${value}`, z.boolean().meta({ title })])
  return Object.fromEntries(columns) as Record<`${F}=${V}`, z.ZodBoolean>
}
