import { HolonError } from '../../spec/error.ts'
import type { LoggedChoice } from './logged-choice.ts'

/** Features of a context or an action, in namespaces, as JSON. */
export type NamedFeatures = Readonly<Record<string, unknown>>

/** One logged decision of a contextual bandit, as Vowpal Wabbit's decision-service JSON lines tell it. */
export interface VowpalWabbitEvent {
  readonly id: string
  /** ISO 8601. */
  readonly timestamp?: string
  /** What is known whatever is done, and of each action. */
  readonly shared: NamedFeatures
  readonly actions: readonly NamedFeatures[]
  /** Which action was taken, from 0, and the logged probability of each. */
  readonly taken: number
  readonly probabilities: readonly number[]
  /** What it cost: the negative reward. */
  readonly cost: number
  /** Probability with which an event like it is dropped from the log. */
  readonly drop: number
  /** False for a deferred action that was never taken: it is not to be counted. */
  readonly activated: boolean
}

/**
 * Reads one line of a joined log: `a` are the actions from 1 in the order of `p`, their probabilities, the one taken first;
 * `_labelIndex` is that action from 0; `c` the context with an action in each place of `_multi`; `pdrop` the drop
 * probability. A deferred action (`_skipLearn`, or `DeferredAction`) counts only with an observation of `ActionTaken`.
 *
 * @returns undefined for a line that is no decision (an observation that found none, an empty line)
 * @throws HolonError `data-invalid` for a decision that contradicts itself
 */
export function readVowpalWabbit(line: string): VowpalWabbitEvent | undefined {
  if (line.trim() === '') return undefined
  const event = parsed(line)
  const { c: context, a: order, p: chances } = event
  if (!isRecord(context) || !Array.isArray(order) || !Array.isArray(chances)) return undefined
  const { _multi: multi, ...shared } = context
  if (!Array.isArray(multi)) throw invalid(event, 'it has no list of actions (`_multi`)')
  const probabilities = new Array<number>(multi.length).fill(0)
  for (const [i, action] of order.entries()) {
    const chance: unknown = chances[i]
    const at = typeof action === 'number' ? action - 1 : -1
    if (!(at in probabilities) || typeof chance !== 'number' || !(chance >= 0 && chance <= 1.000_001))
      throw invalid(event, `its actions (\`a\`) and probabilities (\`p\`) do not fit ${multi.length} actions`)
    probabilities[at] = Math.min(1, chance)
  }
  const taken = typeof event._labelIndex === 'number' ? event._labelIndex : numberOf(event, order[0]) - 1
  const label = event._label_probability
  if (!(taken in probabilities))
    throw invalid(event, 'the action taken (`_labelIndex`) is none of its actions')
  if (typeof label === 'number' && Math.abs(label - (probabilities[taken] ?? 0)) > 1e-4)
    throw invalid(event, '`_label_probability` is not the probability of the action taken')
  return {
    id: typeof event.EventId === 'string' ? event.EventId : '',
    ...(typeof event.Timestamp === 'string' && { timestamp: event.Timestamp }),
    ...{ shared, actions: multi.map((one) => (isRecord(one) ? one : {})), taken, probabilities },
    cost: numberOf(event, event._label_cost ?? event._original_label_cost ?? 0),
    drop: dropOf(event),
    activated: isActivated(event),
  }
}

/** Writes one event as a line, without the line's end. */
export function writeVowpalWabbit(event: VowpalWabbitEvent): string {
  const { id, timestamp, shared, actions, taken, probabilities, cost, drop, activated } = event
  const order = [taken, ...[...probabilities.keys()].filter((one) => one !== taken)]
  return JSON.stringify({
    _label_cost: cost,
    _label_probability: probabilities[taken],
    _label_Action: taken + 1,
    _labelIndex: taken,
    ...(!activated && { _skipLearn: true }),
    o: [{ v: -cost, EventId: id, ActionTaken: activated }],
    ...(timestamp !== undefined && { Timestamp: timestamp }),
    Version: '1',
    EventId: id,
    a: order.map((one) => one + 1),
    c: { ...shared, _multi: actions },
    p: order.map((one) => probabilities[one]),
    ...(drop > 0 && { pdrop: drop }),
    VWState: { m: 'N/A' },
    _original_label_cost: cost,
  })
}

/**
 * Events as another policy sees them, those that were never activated left out; the reward is the negative cost.
 *
 * @param target probability of every action of an event
 */
export const choicesOfEvents = (
  events: readonly VowpalWabbitEvent[],
  target: (event: VowpalWabbitEvent) => readonly number[],
): readonly LoggedChoice[] =>
  events
    .filter(({ activated }) => activated)
    .map((event) => {
      const { probabilities, taken, cost, drop } = event
      const chances = target(event)
      return {
        ...{ logged: probabilities[taken] ?? 0, target: chances[taken] ?? 0 },
        reward: cost === 0 ? 0 : -cost,
        count: 1 / (1 - drop),
        actions: probabilities.map((logged, i) => ({ logged, target: chances[i] ?? 0 })),
      }
    })

type Raw = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(line: string): Raw {
  try {
    const value: unknown = JSON.parse(line)
    if (isRecord(value)) return value
  } catch {
    // Told below, as for JSON that is no object.
  }
  throw new HolonError(
    'data-invalid',
    `A line is no JSON object: ${line.slice(0, 60)}`,
    'Give one event a line, as JSON.',
  )
}

/** At least one observation says that the action was taken, or nobody waited for that. */
function isActivated({ o, _skipLearn, DeferredAction }: Raw): boolean {
  const seen = Array.isArray(o) && o.some((one) => isRecord(one) && one.ActionTaken === true)
  return seen || (_skipLearn !== true && DeferredAction !== true)
}

function dropOf(event: Raw): number {
  const drop = numberOf(event, event.pdrop ?? 0)
  if (drop >= 0 && drop < 1) return drop
  throw invalid(event, `its drop probability is ${drop}`)
}

function numberOf(event: Raw, value: unknown): number {
  if (typeof value === 'number') return value
  throw invalid(event, `${JSON.stringify(value)} stands where a number belongs`)
}

const invalid = (event: Raw, what: string): HolonError =>
  new HolonError(
    'data-invalid',
    `Event ${String(event.EventId)}: ${what}.`,
    'Compare it with the decision-service format.',
  )
