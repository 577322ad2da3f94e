import { HolonError } from '../../spec/error.ts'

/** What both policies do with one action in one decision. */
export interface ActionChance {
  readonly logged: number
  readonly target: number
}

/** One logged decision as another policy, the target, sees it. */
export interface LoggedChoice extends ActionChance {
  /** `logged` and `target` are the probabilities of the action that was taken. */
  readonly reward: number
  /** The person it belongs to; decisions of one person are not independent. Without it, each stands alone. */
  readonly cluster?: string
  /** How many decisions it stands for: 1 / (1 - the probability of being dropped from the log). Default 1. */
  readonly count?: number
  /** Every action that could have been asked for, the taken one included. Tells overlap and rare weights exactly. */
  readonly actions?: readonly ActionChance[]
  /** The reward that a model fitted to other people expects: of the action taken, and of the target policy here. */
  readonly model?: { readonly predicted: number; readonly expected: number }
}

/** A logged decision prepared for estimates. */
export interface Row extends ActionChance {
  readonly weight: number
  readonly reward: number
  readonly count: number
  /** Which of the independent units it belongs to, from 0. */
  readonly unit: number
  readonly predicted: number
  readonly expected: number
  /** Share of the target's probability on actions that the log takes at all; 1 where that is not known. */
  readonly covered: number
  readonly actions: readonly ActionChance[] | undefined
}

/** @throws HolonError `data-invalid` for probabilities or rewards that cannot be */
export function rowsOf(choices: readonly LoggedChoice[]): readonly Row[] {
  const units = new Map<string | number, number>()
  const unitOf = (cluster: string | number): number => {
    const unit = units.get(cluster) ?? units.size
    units.set(cluster, unit)
    return unit
  }
  return choices.map((choice, at) => rowOf(choice, at, unitOf(choice.cluster ?? at)))
}

function rowOf(choice: LoggedChoice, at: number, unit: number): Row {
  const { logged, target, reward, count = 1, actions, model } = choice
  mustBe(logged > 0 && logged <= 1, at, `the logged probability is ${logged}`)
  mustBe(target >= 0 && target <= 1, at, `the target probability is ${target}`)
  mustBe(Number.isFinite(reward), at, `the reward is ${reward}`)
  mustBe(count > 0 && Number.isFinite(count), at, `it stands for ${count} decisions`)
  return {
    ...{ logged, target, weight: target / logged, reward, count, unit, actions },
    covered: actions === undefined ? 1 : coveredAbove(actions, 0),
    predicted: model?.predicted ?? 0,
    expected: model?.expected ?? 0,
  }
}

/** Share of the target's probability on actions whose logged probability is above a floor. */
export function coveredAbove(actions: readonly ActionChance[], floor: number): number {
  let sum = 0
  for (const { logged, target } of actions) if (logged > floor) sum += target
  return sum
}

function mustBe(fine: boolean, at: number, what: string): void {
  if (fine) return
  throw new HolonError(
    'data-invalid',
    `In row ${at}, ${what}.`,
    'Give finite numbers, probabilities from 0 to 1, and log the true probability of what was taken.',
  )
}
