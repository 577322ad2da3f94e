import type { Layer, Target } from '../spec/api.ts'
import type { Heard, SimulatedGoal, SimulationDocument } from '../spec/simulation.ts'

/** A goal of a run: values by stretch, of which the whole is the mean (or the sum). */
export function goal(
  name: string,
  values: readonly number[],
  {
    layer = 'user',
    target = { atLeast: 0 },
    interval = null,
    truth = null,
    sums = false,
    heard,
  }: {
    readonly layer?: Layer
    readonly target?: Target
    readonly interval?: readonly [number, number] | null
    readonly truth?: number | null
    readonly sums?: boolean
    readonly heard?: Heard
  } = {},
): SimulatedGoal {
  const sum = values.reduce((total, value) => total + value, 0)
  const whole = values.length === 0 ? null : sums ? sum : sum / values.length
  const rest = { interval: null, n: 1, status: 'inconclusive', truth: null } as const
  return {
    name,
    layer,
    unit: '',
    target,
    ...rest,
    value: whole,
    interval,
    truth,
    ...(heard !== undefined && { heard }),
    overTime: values.map((value, day) => ({ day, ...rest, value })),
  }
}

/** A run of a world, of which only the goals and the quality of the model matter. */
export function run(
  goals: readonly SimulatedGoal[],
  {
    seed = 1,
    version = 'current',
    auc = null,
  }: { seed?: number; version?: string; auc?: number | null } = {},
): SimulationDocument {
  return {
    system: 'alarms',
    version,
    seed,
    people: 10,
    days: 10,
    scenarios: [],
    settings: {},
    day: 10,
    decisions: 100,
    entries: 100,
    log: '',
    goals,
    guardrails: [],
    experiences: [],
    noticed: [],
    loops: [],
    figures: [],
    quality: [{ decision: 'alarm', auc, n: 100 }],
  }
}
