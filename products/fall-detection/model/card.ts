import { createHash } from 'node:crypto'
import type { Calibration, Features } from 'holon'
import {
  aucInterval,
  auc as aucOf,
  calibrationErrorInterval,
  evaluateBinary,
  type Interval,
  momentsOf,
  type ReliabilityBin,
  wilsonInterval,
} from 'holon/stats'
import { askFrom } from '../stakes.ts'
import type { Comparison } from './compare.ts'
import { type FallFeatures, FallFeatures as features } from './features.ts'
import type { Fitted } from './fit.ts'
import type { Judged } from './judged.ts'
import { type LeftOut, type StreamOutcome, type TrialOutcome, wantedSpecificity } from './leave-one-out.ts'
import { chosen, l2 } from './recipe.ts'
import type { FallData } from './trials.ts'

/** So many of so many, and the 95 % Wilson interval of the share. */
export interface Share {
  readonly hits: number
  readonly of: number
  readonly interval: Interval
}

/** Falls found and everyday trials left alone. */
export interface Point {
  readonly sensitivity: Share
  readonly specificity: Share
}

/** What a figure is over moments: its value and a 95 % interval. */
export interface Figure {
  readonly value: number
  readonly interval: Interval
}

/** What is to be known of the model, without its file. */
export interface CardBody {
  readonly name: 'fall'
  readonly version: string
  readonly data: {
    readonly sha256: string
    readonly trials: number
    readonly falls: number
    readonly people: number
    readonly moments: number
  }
  readonly training: {
    readonly method: string
    readonly l2: number
    readonly calibration: Calibration
    readonly reference: Features
  }
  readonly weights: readonly {
    readonly feature: keyof FallFeatures
    readonly title: string
    readonly weight: number
  }[]
  readonly wantedSpecificity: number
  readonly askFrom: number
  /** With thresholds chosen on the other persons, and with the one that follows from the product's stakes. */
  readonly chosenInside: Point
  readonly fromStakes: Point
  /** The plain rule alone, and the product: either of the two asks. */
  readonly plainRule: Point
  readonly product: Point
  readonly figures: { readonly auc: Figure; readonly trialAuc: Figure; readonly calibrationError: Figure }
  readonly people: readonly ({ readonly subject: number } & Point)[]
  readonly sexes: readonly ({ readonly sex: 'women' | 'men' } & Point)[]
  readonly scenarios: readonly {
    readonly scenario: string
    readonly fall: boolean
    readonly right: number
    readonly of: number
  }[]
  readonly mistaken: readonly Pick<TrialOutcome, 'subject' | 'scenario' | 'fall' | 'probability'>[]
  readonly stream: {
    readonly hours: number
    readonly moments: number
    readonly alarms: number
    readonly asked: number
  }
  readonly comparison: readonly Comparison[]
  readonly reliability: readonly ReliabilityBin[]
}

/** The card of a model and of the file it is in. */
export interface Card extends CardBody {
  readonly model: { readonly file: string; readonly bytes: number; readonly sha256: string }
}

/** The version of the model; a new one when recipe, features or data change. */
export const version = '1'

/** SHA-256 (hex) of a card without its part on the file: what the file itself carries. */
export function cardHash(body: CardBody): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('hex')
}

/** Gathers what is to be known of the fall model. */
export function cardBody(
  { trials, sha256 }: FallData,
  moments: readonly Judged[],
  { model, calibration, reference }: Fitted,
  leftOut: LeftOut,
  comparison: readonly Comparison[],
): CardBody {
  const people = [...new Set(trials.map(({ subject }) => subject))].sort((a, b) => a - b)
  const outcomes = leftOut.trials
  return {
    name: 'fall',
    version,
    data: {
      sha256,
      trials: trials.length,
      falls: trials.filter(({ fall }) => fall).length,
      people: people.length,
      moments: moments.length,
    },
    training: { method: chosen.name, l2, calibration, reference },
    weights: weightsOf(model.names, model.weights, moments),
    wantedSpecificity,
    askFrom: round(askFrom),
    chosenInside: pointOf(outcomes, ({ alarm }) => alarm),
    fromStakes: pointOf(outcomes, ({ probability }) => probability > askFrom),
    plainRule: pointOf(outcomes, ({ plain }) => plain),
    product: pointOf(outcomes, asks),
    figures: figuresOf(leftOut, moments),
    people: people.map((subject) => {
      const own = outcomes.filter((one) => one.subject === subject)
      return { subject, ...pointOf(own, ({ alarm }) => alarm) }
    }),
    sexes: (['women', 'men'] as const).map((sex) => {
      const own = outcomes.filter(({ subject }) => women.has(subject) === (sex === 'women'))
      return { sex, ...pointOf(own, ({ alarm }) => alarm) }
    }),
    scenarios: scenariosOf(outcomes),
    mistaken: outcomes
      .filter(({ fall, alarm }) => fall !== alarm)
      .map(({ subject, scenario, fall, probability }) => ({
        subject,
        scenario,
        fall,
        probability: round(probability),
      })),
    stream: streamOf(leftOut.streams),
    comparison: comparison.map(rounded),
    reliability: evaluateBinary([...leftOut.moments], labelsOf(moments)).reliability.map(rounded),
  }
}

/** The persons who are women, by the description of the data. */
const women: ReadonlySet<number> = new Set([2, 5, 8, 13, 14, 15, 17, 20])

const labelsOf = (moments: readonly Judged[]) => moments.map(({ label }) => label)

function pointOf(outcomes: readonly TrialOutcome[], alarmed: (outcome: TrialOutcome) => boolean): Point {
  const falls = outcomes.filter(({ fall }) => fall)
  const others = outcomes.filter(({ fall }) => !fall)
  return {
    sensitivity: share(falls.filter(alarmed).length, falls.length),
    specificity: share(others.filter((one) => !alarmed(one)).length, others.length),
  }
}

/** Whether the product asks: by the model, or by plain physics. */
const asks = ({ probability, plain }: { readonly probability: number; readonly plain: boolean }): boolean =>
  plain || probability > askFrom

const share = (hits: number, of: number): Share => ({ hits, of, interval: rounded(wilsonInterval(hits, of)) })

function figuresOf({ moments: said, trials }: LeftOut, moments: readonly Judged[]): CardBody['figures'] {
  const area = (scores: readonly number[], labels: readonly number[]): Figure => {
    const value = aucOf([...scores], [...labels])
    const positives = labels.filter((label) => label === 1).length
    return {
      value: round(value),
      interval: rounded(aucInterval(value, positives, labels.length - positives)),
    }
  }
  const { calibrationError, reliability } = evaluateBinary([...said], labelsOf(moments))
  return {
    auc: area([...said], labelsOf(moments)),
    trialAuc: area(
      trials.map(({ probability }) => probability),
      trials.map(({ fall }) => Number(fall)),
    ),
    calibrationError: {
      value: round(calibrationError),
      interval: rounded(calibrationErrorInterval(reliability)),
    },
  }
}

function scenariosOf(outcomes: readonly TrialOutcome[]): CardBody['scenarios'] {
  return [...new Set(outcomes.map(({ scenario }) => scenario))].sort().map((scenario) => {
    const own = outcomes.filter((one) => one.scenario === scenario)
    return {
      scenario,
      fall: own[0]?.fall === true,
      right: own.filter(({ fall, alarm }) => fall === alarm).length,
      of: own.length,
    }
  })
}

function streamOf(streams: readonly StreamOutcome[]): CardBody['stream'] {
  const sum = (of: (stream: StreamOutcome) => number) =>
    streams.reduce((total, stream) => total + of(stream), 0)
  return {
    hours: round(sum(({ seconds }) => seconds) / 3600),
    moments: sum(({ moments }) => moments),
    alarms: sum(({ alarms }) => alarms),
    asked: sum(({ judged }) => judged.filter(asks).length),
  }
}

/** Log-odds that one standard deviation of each feature adds, the weightiest first. */
function weightsOf(names: readonly string[], weights: readonly number[], moments: readonly Judged[]) {
  return (names as readonly (keyof FallFeatures)[])
    .map((feature, i) => {
      const { squares, n } = momentsOf(moments.map((moment) => moment.features[feature]))
      const title = String(features.shape[feature].meta()?.title)
      return { feature, title, weight: round((weights[i] as number) * Math.sqrt(squares / n)) }
    })
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
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
