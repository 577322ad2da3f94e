import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import {
  HolonError,
  type LoggedDocument,
  type OffPolicyDocument,
  type OtherPolicy,
  type PolicyValue,
  policyEvaluation,
  policyValue,
} from 'holon'
import {
  choicesOfEvents,
  evaluatePolicy,
  readVowpalWabbit,
  type VowpalWabbitEvent,
  writeVowpalWabbit,
} from 'holon/stats'

/** What other policies would have done, from a file of Vowpal Wabbit's JSON lines. Actions are named from 1. */
export async function evaluateFile(
  file: string,
  policies: readonly OtherPolicy[],
): Promise<OffPolicyDocument> {
  const events = await eventsIn(file)
  const activated = events.filter((one) => one.activated)
  if (activated.length === 0)
    throw new HolonError(
      'data-invalid',
      `No decision in ${file} counts.`,
      'Give a log with labelled decisions.',
    )
  const evaluated = policies.map((policy) => evaluateOne(activated, policy))
  const [first] = evaluated
  return {
    ...{ decision: file, reward: 'reward (the negative cost)', rows: activated.length },
    ...{ decisions: first?.decisions ?? 0, units: first?.units ?? 0, logged: first?.logged ?? nothing },
    left: { waiting: 0, missing: 0, erased: 0, other: events.length - activated.length },
    policies: evaluated.map(({ policy }) => policy),
  }
}

const nothing: PolicyValue = { value: null, interval: null }

function evaluateOne(events: readonly VowpalWabbitEvent[], asked: OtherPolicy) {
  const target = targetOf(asked)
  const choices = choicesOfEvents(events, target)
  // Rewards that are 0 or 1 throughout are taken for no or yes.
  const binary = choices.every(({ reward }) => reward === 0 || reward === 1)
  const said = evaluatePolicy(choices, binary ? { range: [0, 1] } : {})
  const name = 'always' in asked ? `always ${asked.always}` : 'uniform'
  return {
    policy: policyEvaluation(name, said),
    logged: policyValue(said.logged),
    decisions: said.decisions,
    units: said.units,
  }
}

function targetOf(asked: OtherPolicy): (event: VowpalWabbitEvent) => readonly number[] {
  if ('uniform' in asked) return ({ actions }) => actions.map(() => 1 / actions.length)
  const action = 'always' in asked ? Number(asked.always) : Number.NaN
  if (Number.isInteger(action) && action >= 1)
    return ({ actions }) => actions.map((_, i) => Number(i === action - 1))
  throw new HolonError(
    'config-invalid',
    'A file knows no such policy.',
    'Use uniform, or always:N with N from 1.',
  )
}

async function eventsIn(file: string): Promise<readonly VowpalWabbitEvent[]> {
  const events: VowpalWabbitEvent[] = []
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity })
  for await (const line of lines) {
    const event = readVowpalWabbit(line)
    if (event !== undefined) events.push(event)
  }
  return events
}

/**
 * Logged decisions as lines of Vowpal Wabbit, those whose reward is there. Experiences are the actions, from 1 in the order
 * of declaration; those that were impossible have probability 0.
 */
export function linesOf({ experiences, choices }: LoggedDocument): readonly string[] {
  return choices.flatMap(({ id, at, experience, probabilities, drop, reward, features }) => {
    const taken = experiences.indexOf(experience)
    if (reward === null || taken === -1) return []
    return writeVowpalWabbit({
      ...{ id, taken, drop, timestamp: new Date(at).toISOString(), cost: 0 - reward },
      shared: { context: features },
      actions: experiences.map((name) => ({ experience: { [name]: 1 } })),
      probabilities: experiences.map((name) => probabilities[name] ?? 0),
      activated: true,
    })
  })
}
