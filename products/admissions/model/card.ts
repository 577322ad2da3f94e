import { createHash } from 'node:crypto'
import type { Calibration, Features } from 'holon'
import {
  applyCalibration,
  aucInterval,
  conformalBound,
  coverage,
  type Interval,
  meanInterval,
  momentsOf,
} from 'holon/stats'
import { isNearLine, line } from '../domain/line.ts'
import type { Applications, Stated } from './applications.ts'
import { type Comparison, figuresOf, isStrong, unseen } from './cross-validate.ts'
import type { Fitted } from './fit.ts'
import type { LawAudit } from './law-school.ts'
import { chosen, everything, l2 } from './recipe.ts'

/** A figure of cross-validation and its 95 % interval. */
export interface Figure {
  readonly value: number
  readonly interval: Interval
}

/** How estimates err on one group of applications. */
export interface GroupError {
  readonly group: string
  readonly n: number
  readonly meanStated: number
  readonly meanEstimate: number
  /** Stated minus estimated: above 0 the score takes the group for weaker than it takes itself. */
  readonly bias: Figure
  /** Share of the strong that are below the line, and of the others that are above. */
  readonly strongBelow: number
  readonly othersAbove: number
}

/** What is to be known of the model, without its files. */
export interface CardBody {
  readonly name: 'strength'
  readonly version: string
  readonly data: { readonly sha256: string; readonly applications: number; readonly meanStated: number }
  readonly training: {
    readonly l2: number
    readonly calibration: Calibration
    readonly reference: Features
    readonly weights: Readonly<Record<string, number>>
  }
  readonly figures: Readonly<Record<'auc' | 'meanError', Figure>> & {
    /** Mean distance of mean estimate and mean stated chance over the groups of `reliability`. */
    readonly calibrationError: number
    /** Share of the variance of stated chances. */
    readonly explained: number
  }
  /** Stated chances are within so much of the estimate, nine times of ten; and how often they were, out of fold. */
  readonly uncertainty: { readonly within: number; readonly covered: number }
  readonly nearLine: number
  readonly reliability: readonly { readonly n: number; readonly estimate: number; readonly stated: number }[]
  readonly comparison: readonly Comparison[]
  readonly groups: readonly GroupError[]
  readonly law: LawAudit
}

/** A file with a model in it. */
export interface ModelFile {
  readonly file: string
  readonly bytes: number
  readonly sha256: string
}

/** The card of the model, of its file, and of that of the version that scores everything. */
export interface Card extends CardBody {
  readonly model: ModelFile
  readonly everything: ModelFile
}

/** The version of the model; a new one when recipe, features or data change. */
export const version = '1'

/** SHA-256 (hex) of a card without its part on files: what the files themselves carry. */
export const cardHash = (body: CardBody): string =>
  createHash('sha256').update(JSON.stringify(body)).digest('hex')

/** Gathers what is to be known of the model. */
export function cardBody(
  { rows, sha256 }: Applications,
  { model, calibration, reference }: Fitted,
  comparison: readonly Comparison[],
  law: LawAudit,
): CardBody {
  const raw = unseen(chosen, rows)
  const estimates = raw.map((estimate) => applyCalibration(calibration, estimate))
  return rounded({
    name: 'strength' as const,
    version,
    data: { sha256, applications: rows.length, meanStated: momentsOf(rows.map(({ chance }) => chance)).mean },
    training: {
      ...{ l2, calibration, reference },
      weights: Object.fromEntries(model.names.map((name, i) => [name, model.weights[i] ?? 0])),
    },
    figures: figures(estimates, rows),
    uncertainty: uncertainty(estimates, rows),
    nearLine: estimates.filter((estimate) => isNearLine(estimate)).length / rows.length,
    reliability: tenths(estimates, rows),
    comparison,
    groups: groupErrors(estimates, rows),
    law,
  })
}

/** Names of the recipes of the two files. */
export const recipes = { model: chosen.name, everything: everything.name } as const

function figures(estimates: readonly number[], rows: readonly Stated[]): CardBody['figures'] {
  const { auc, meanError, explained } = figuresOf(estimates, rows)
  const strong = rows.filter((row) => isStrong(row) === 1).length
  const errors = rows.map(({ chance }, row) => Math.abs(chance - (estimates[row] as number)))
  const off = tenths(estimates, rows).map(({ n, estimate, stated }) => n * Math.abs(estimate - stated))
  return {
    auc: { value: auc, interval: aucInterval(auc, strong, rows.length - strong) },
    meanError: { value: meanError, interval: meanInterval(momentsOf(errors)) },
    calibrationError: off.reduce((sum, one) => sum + one, 0) / rows.length,
    explained,
  }
}

/** Ten groups of files by their estimate, equally many in each. */
function tenths(estimates: readonly number[], rows: readonly Stated[]): CardBody['reliability'] {
  const order = [...rows.keys()].sort((a, b) => (estimates[a] as number) - (estimates[b] as number))
  const size = Math.ceil(rows.length / 10)
  return Array.from({ length: 10 }, (_, tenth) => {
    const own = order.slice(tenth * size, (tenth + 1) * size)
    return {
      n: own.length,
      estimate: momentsOf(own.map((row) => estimates[row] as number)).mean,
      stated: momentsOf(own.map((row) => (rows[row] as Stated).chance)).mean,
    }
  })
}

/** The conformal bound of nine tenths; covered: bounds from even rows, tried on odd ones. */
function uncertainty(estimates: readonly number[], rows: readonly Stated[]): CardBody['uncertainty'] {
  const distances = rows.map(({ chance }, row) => Math.abs(chance - (estimates[row] as number)))
  const [even, odd] = [0, 1].map((rest) => distances.filter((_, row) => row % 2 === rest)) as [
    number[],
    number[],
  ]
  return { within: conformalBound(distances, 0.1), covered: coverage(odd, conformalBound(even, 0.1)) }
}

/** The data say nothing of sex or origin; what they say of schools and research is no protected ground, but may go along with one. */
function groupErrors(estimates: readonly number[], rows: readonly Stated[]): readonly GroupError[] {
  const groups: Readonly<Record<string, (of: Stated['file']) => boolean>> = {
    'schools of rank 1 and 2': ({ school }) => school <= 2,
    'schools of rank 3': ({ school }) => school === 3,
    'schools of rank 4 and 5': ({ school }) => school >= 4,
    'with research': ({ research }) => research,
    'without research': ({ research }) => !research,
  }
  return Object.entries(groups).map(([group, isIn]) => {
    const own = [...rows.keys()].filter((row) => isIn((rows[row] as Stated).file))
    const said = own.map((row) => estimates[row] as number)
    const members = own.map((row) => rows[row] as Stated)
    const biases = momentsOf(members.map(({ chance }, i) => chance - (said[i] as number)))
    const share = (strong: number, above: boolean) => {
      const of = members.flatMap((one, i) => (isStrong(one) === strong ? [said[i] as number] : []))
      return of.length === 0 ? 0 : of.filter((estimate) => estimate >= line === above).length / of.length
    }
    return {
      group,
      n: own.length,
      meanStated: momentsOf(members.map(({ chance }) => chance)).mean,
      meanEstimate: momentsOf(said).mean,
      bias: { value: biases.mean, interval: meanInterval(biases) },
      strongBelow: share(1, false),
      othersAbove: share(0, true),
    }
  })
}

/** Rounds every number of a structure to five places, but for those that a model is made of. */
function rounded<T>(value: T, key = ''): T {
  if (key === 'training') return value
  if (typeof value === 'number') return (Math.round(value * 1e5) / 1e5) as T
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((part) => rounded(part)) as T
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, rounded(part, name)])) as T
}
