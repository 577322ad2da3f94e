import { createHash } from 'node:crypto'
import type { Calibration, Features } from 'holon'
import { evaluateBinary, type ReliabilityBin, utilityEnvelope, utilityLine } from 'holon/stats'
import { isFrontPage } from '../domain/address.ts'
import { assumedRate, atRate } from '../domain/base-rate.ts'
import { worth } from '../worth.ts'
import type { Comparison } from './choose.ts'
import { protocol, type Unseen } from './cross-validate.ts'
import type { Counts, Example, PhishingData } from './data.ts'
import { AddressFeatures, featureNames, plainAddress } from './features.ts'
import type { Fitted } from './fit.ts'
import { mean } from './mean.ts'
import { type Recipe, settings } from './recipe.ts'
import type { Figures } from './study.ts'
import type { UciFigures } from './uci.ts'

/** What people of one kind of address would meet. */
export interface Met {
  readonly addresses: string
  readonly count: number
  /** Shares of phishing addresses. */
  readonly phishing: { readonly noted: number; readonly stopped: number }
  /** Shares of benign addresses. */
  readonly benign: { readonly noted: number; readonly stopped: number }
}

/** What is to be known of the model, without its file. */
export interface CardBody {
  readonly name: string
  readonly version: string
  readonly data: {
    readonly sha256: string
    readonly counts: Counts
    readonly used: number
    readonly phishing: number
  }
  readonly features: readonly { readonly name: string; readonly title: string }[]
  readonly training: {
    readonly command: string
    readonly recipe: string
    readonly settings: typeof settings
    readonly calibration: Calibration
    readonly reference: Features
  }
  readonly protocol: string
  readonly figures: readonly Figures[]
  readonly comparison: readonly Comparison[]
  readonly nested: { readonly auc: number; readonly chosen: Readonly<Record<string, number>> }
  readonly marks: readonly { readonly mark: string; readonly legitimate: number; readonly phishing: number }[]
  readonly met: readonly Met[]
  readonly reliability: readonly ReliabilityBin[]
  readonly uci: UciFigures
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

/** Everything the card is made of. */
export interface Made {
  readonly data: PhishingData
  readonly recipe: Recipe
  readonly fitted: Fitted
  readonly unseen: Unseen
  readonly figures: readonly Figures[]
  readonly comparison: readonly Comparison[]
  readonly nested: CardBody['nested']
  readonly marks: CardBody['marks']
  readonly uci: UciFigures
}

/** Gathers what is to be known of the phishing model. */
export function cardBody({ data, recipe, fitted, unseen, ...studied }: Made): CardBody {
  const { examples, counts, sha256 } = data
  const labels = examples.map(({ label }) => label)
  const pooled = labels.map((_, row) => mean(unseen.runs.map((run) => run[row] as number)))
  return rounded({
    name: 'phishing',
    version,
    data: {
      sha256,
      counts,
      used: examples.length,
      phishing: labels.filter((label) => label === 1).length,
    },
    features: featureNames.map((name) => ({
      name,
      title: AddressFeatures.shape[name].meta()?.title ?? name,
    })),
    training: {
      command: 'node --conditions=source products/safe-browsing/model/train.ts',
      recipe: recipe.name,
      settings,
      calibration: fitted.calibration,
      reference: plainAddress,
    },
    protocol: `${protocol.repeats} times ${protocol.folds}-fold cross-validation in which all addresses of one registrable domain share a fold; the calibration is learned inside each fold (${protocol.innerFolds} inner folds); what is only compared is cross-validated once`,
    ...studied,
    met: metBy(examples, pooled),
    reliability: evaluateBinary(pooled, labels).reliability,
  })
}

/** Chances above which an experience is worth more than the milder ones, for someone who is not worn yet. */
export function thresholds(): { readonly note: number; readonly warning: number } {
  const lines = [{ whenTrue: 0, whenFalse: 0 }, utilityLine(worth.note), utilityLine(worth.warning)]
  const stretches = utilityEnvelope(lines)
  const from = (line: number) => stretches.find(({ index }) => index === line)?.from ?? 1
  return { note: from(1), warning: from(2) }
}

function metBy(examples: readonly Example[], said: readonly number[]): readonly Met[] {
  const limits = thresholds()
  const rows = examples.map(({ label, address }, row) => ({
    label,
    front: isFrontPage(address),
    country: /\.[a-z]{2}$/.test(address.host),
    chance: atRate(said[row] as number),
  }))
  type Row = (typeof rows)[number]
  const shares = (of: readonly Row[]) => ({
    noted: share(of, ({ chance }) => chance > limits.note && chance <= limits.warning),
    stopped: share(of, ({ chance }) => chance > limits.warning),
  })
  const group = (addresses: string, wanted: (row: Row) => boolean): Met => {
    const members = rows.filter(wanted)
    return {
      addresses,
      count: members.length,
      phishing: shares(members.filter(({ label }) => label === 1)),
      benign: shares(members.filter(({ label }) => label === 0)),
    }
  }
  return [
    group('all', () => true),
    group('front pages', ({ front }) => front),
    group('under the ending of a country', ({ country }) => country),
    group('under any other ending', ({ country }) => !country),
  ]
}

function share<T>(of: readonly T[], wanted: (one: T) => boolean): number {
  return of.length === 0 ? 0 : of.filter(wanted).length / of.length
}

/** Share of stops that are right where phishing is as rare as assumed. */
export function precision({ phishing, benign }: Met): number {
  const right = phishing.stopped * assumedRate
  return right / (right + benign.stopped * (1 - assumedRate))
}

/** Rounds every number of a structure to four places; numbers of the calibration and larger ones stay as they are. */
function rounded<T>(value: T, key = ''): T {
  if (typeof value === 'number') return (Math.round(value * 1e4) / 1e4) as T
  if (typeof value !== 'object' || value === null || key === 'calibration') return value
  if (Array.isArray(value)) return value.map((part) => rounded(part)) as T
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, rounded(part, name)])) as T
}
