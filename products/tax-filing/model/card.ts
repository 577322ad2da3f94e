import { createHash } from 'node:crypto'
import { encodedNames } from '@holon/learn'
import type { Features } from 'holon'
import {
  aucInterval,
  calibrationErrorInterval,
  evaluateBinary,
  type Interval,
  meanInterval,
  momentsOf,
  type ReliabilityBin,
} from 'holon/stats'
import { levelOf } from '../meter.ts'
import type { AuditData, Example } from './audit-data.ts'
import { type Comparison, mean, protocol, standardError, type Unseen } from './cross-validate.ts'
import type { Fit, Fitted, Method } from './fit.ts'
import { chosen, settings } from './recipe.ts'

/** A figure of cross-validation: its mean over repetitions and a 95 % interval where one is known. */
export interface Figure {
  readonly value: number
  readonly interval?: Interval
  readonly standardError?: number
}

/** How the meter would have erred on one group. */
export interface GroupErrors {
  readonly by: 'gender' | 'age' | 'marital'
  readonly group: string
  readonly returns: number
  readonly changed: number
  readonly meanEstimate: number
  /** Share of returns an examination left alone that the meter calls high. */
  readonly falseAlarms: number
  /** Share of changed returns that the meter calls low. */
  readonly falseComfort: number
}

/** What is to be known of the model, without its file. */
export interface CardBody {
  readonly name: string
  readonly version: string
  readonly says: string
  readonly intendedUse: string
  readonly notFor: string
  readonly data: Readonly<Record<'source' | 'licence' | 'nature' | 'sha256', string>> & {
    readonly returns: number
    readonly changed: number
  }
  readonly features: readonly { readonly name: string; readonly from: string }[]
  readonly leftOut: readonly { readonly column: string; readonly because: string }[]
  readonly training: {
    readonly command: string
    readonly method: string
    readonly settings: typeof settings
    readonly calibration: Fit
    readonly reference: Features
  }
  readonly protocol: string
  readonly figures: Readonly<Record<'auc' | 'logLoss' | 'brier' | 'calibrationError' | 'accuracy', Figure>>
  readonly comparison: readonly Comparison[]
  readonly reliability: readonly ReliabilityBin[]
  readonly groups: readonly GroupErrors[]
  readonly limits: readonly string[]
}

/** The card of a model and of the file it is in. */
export interface Card extends CardBody {
  readonly model: {
    readonly file: string
    readonly bytes: number
    readonly sha256: string
    readonly trees: number
  }
}

/** The version of the model; a new one when recipe, features or data change. */
export const version = '1'

/** SHA-256 (hex) of a card without its part on the file: what the file itself carries. */
export function cardHash(body: CardBody): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('hex')
}

/** Gathers what is to be known of the audit-risk model. */
export function cardBody(
  { examples, sha256 }: AuditData,
  { calibration, reference }: Fitted,
  unseen: Unseen,
  method: Method,
  comparison: readonly Comparison[],
): CardBody {
  const labels = examples.map(({ label }) => label)
  const runs = unseen.calibrated[method]
  const pooled = labels.map((_, row) => mean(runs.map((run) => run[row] as number)))
  return {
    name: 'audit-risk',
    version,
    says: 'the probability that an examination would change the return',
    intendedUse:
      'To show a filer, before filing, how risky the return looks and which facts make it so; always beside the published rates of examination and the rules of the product, never instead of them.',
    notFor:
      'Deciding on a person: whom to examine, hire, insure or lend to. Returns with an income beyond those of the data.',
    data: {
      source: 'audit data of the R package rattle (inst/csv/audit.csv)',
      licence: 'GPL-2 or later, as the package; the data are not distributed with this project',
      nature: 'artificial: made for teaching from a United States census extract, not from audited returns',
      sha256,
      returns: labels.length,
      changed: labels.filter((label) => label === 1).length,
    },
    features: describedFeatures(),
    leftOut,
    training: {
      command: 'node --conditions=source products/tax-filing/model/train.ts',
      method: `${chosen.name}, ${method === 'platt' ? "calibrated by Platt's sigmoid" : 'calibrated by isotonic regression'} on predictions out of fold`,
      settings,
      calibration,
      reference,
    },
    protocol: `${protocol.repeats} times ${protocol.folds}-fold stratified cross-validation; trees and calibration learned inside each fold (calibration on ${protocol.innerFolds} inner folds)`,
    figures: figuresOf(runs, pooled, labels, unseen.foldAuc),
    comparison: comparison.map(rounded),
    reliability: evaluateBinary(pooled, labels).reliability.map(rounded),
    groups: groupErrors(examples, pooled),
    limits,
  }
}

const leftOut = [
  { column: 'Gender', because: 'no ground for suspecting anyone; error rates by gender are given below' },
  { column: 'Age', because: 'no ground for suspecting anyone; error rates by age are given below' },
  { column: 'Marital', because: 'enters only as the filing status that the return has anyway' },
  {
    column: 'Income',
    because: 'adds nothing in cross-validation; the meter has published examination rates by income',
  },
  { column: 'Employment', because: 'adds nothing in cross-validation' },
  { column: 'IGNORE_Accounts', because: 'marked by its makers as not to be used' },
  { column: 'RISK_Adjustment', because: 'known only after an examination: it is the outcome in dollars' },
  { column: 'ID', because: 'a number without meaning' },
] as const

const limits = [
  'The data are artificial. Levels of risk mean nothing for real returns; what the meter shows is how such a product works.',
  'No income, deduction or year of the data has a date: nothing is known of drift.',
  'Marital status is that of a census, not of a return: couples are taken to file jointly, spouses living apart separately, all others (Absent, Unmarried, Divorced, Widowed) as single. Heads of household and surviving spouses are not in the data and count as other statuses.',
  'Filing status carries most of the weight, and with it whatever differs between married and other people.',
  'Deductions of the data go to 2,904 dollars, and those between 1,750 and 2,300 nearly always go with a change: an artefact of how the data were made. Larger ones, such as real itemized deductions, count as none.',
  'What is not known counts as some college, 40 hours and an unknown occupation.',
  'The same folds chose the recipe and measured it; with six recipes the figures are too good by less than their standard error.',
] as const

function describedFeatures() {
  const from: Readonly<Record<string, string>> = {
    schooling: 'Education, as years; never lowers the risk',
    deductions: 'Deductions, dollars',
    hours: 'Hours, a week',
  }
  return encodedNames(chosen.encoders).map((name) => ({
    name,
    from: from[name] ?? (name.startsWith('occupation') ? 'Occupation' : 'Marital'),
  }))
}

function figuresOf(
  runs: readonly (readonly number[])[],
  pooled: readonly number[],
  labels: readonly number[],
  foldAuc: readonly number[],
): CardBody['figures'] {
  const all = runs.map((run) => evaluateBinary(run, labels))
  const over = (name: 'auc' | 'logLoss' | 'brier' | 'calibrationError' | 'accuracy') =>
    mean(all.map((one) => one[name]))
  const positives = labels.filter((label) => label === 1).length
  const rowwise = (loss: (probability: number, label: number) => number) =>
    meanInterval(momentsOf(labels.map((label, row) => loss(pooled[row] as number, label))))
  const foldError = standardError(foldAuc.slice(0, protocol.folds))
  return {
    auc: {
      value: round(over('auc')),
      interval: rounded(aucInterval(over('auc'), positives, labels.length - positives)),
      standardError: round(foldError),
    },
    logLoss: {
      value: round(over('logLoss')),
      interval: rounded(rowwise((p, label) => -Math.log(label === 1 ? p : 1 - p))),
    },
    brier: { value: round(over('brier')), interval: rounded(rowwise((p, label) => (p - label) ** 2)) },
    calibrationError: {
      value: round(over('calibrationError')),
      interval: rounded(calibrationErrorInterval(evaluateBinary(pooled, labels).reliability)),
    },
    accuracy: { value: round(over('accuracy')) },
  }
}

function groupErrors(examples: readonly Example[], estimates: readonly number[]): readonly GroupErrors[] {
  return (['gender', 'age', 'marital'] as const).flatMap((by) => {
    const groups = examples.map((example) => groupOf(by, example))
    return [...new Set(groups)].sort().map((group) => {
      const rows = [...groups.keys()].filter((row) => groups[row] === group)
      const members = rows.map((row) => ({
        label: (examples[row] as Example).label,
        estimate: estimates[row] as number,
      }))
      return errorsOf(by, group, members)
    })
  })
}

function groupOf(by: GroupErrors['by'], { groups }: Example): string {
  if (by !== 'age') return groups[by]
  const { age } = groups
  return age < 30 ? '17 to 29' : age < 45 ? '30 to 44' : age < 60 ? '45 to 59' : '60 and over'
}

function errorsOf(
  by: GroupErrors['by'],
  group: string,
  rows: readonly { label: 0 | 1; estimate: number }[],
): GroupErrors {
  const share = (label: 0 | 1, level: 'low' | 'high') => {
    const of = rows.filter((row) => row.label === label)
    return of.length === 0
      ? 0
      : round(of.filter(({ estimate }) => levelOf(estimate) === level).length / of.length)
  }
  return {
    by,
    group,
    returns: rows.length,
    changed: rows.filter(({ label }) => label === 1).length,
    meanEstimate: round(mean(rows.map(({ estimate }) => estimate))),
    falseAlarms: share(0, 'high'),
    falseComfort: share(1, 'low'),
  }
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4
}

/** Rounds every number of a structure to four places. */
function rounded<T>(value: T): T {
  if (typeof value === 'number') return round(value) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, rounded(part)])) as T
}
