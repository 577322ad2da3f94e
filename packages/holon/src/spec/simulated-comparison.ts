import type { Layer, Target } from './api.ts'

/** Which value of a goal is looked at: what only the world knows, or, where it does not, what the product measured. */
export type ValueKind = 'truth' | 'measured'

/** The goal a figure is about. */
export interface GoalNamed {
  readonly name: string
  readonly layer: Layer
  readonly unit: string
  readonly target: Target
}

/** What can be said about a change of a goal, given where its target lies. */
export type ChangeVerdict = 'better' | 'worse' | 'no difference seen' | 'cannot say'

/** Two versions on one goal. */
export interface ComparedGoal extends GoalNamed {
  readonly of: ValueKind
  /** Means over the runs; null where none has a value. */
  readonly before: number | null
  readonly after: number | null
  /** After less before, in the unit of the goal, of the same people in the same mood. */
  readonly difference: number | null
  /** 95 %, for this goal alone. */
  readonly interval: readonly [number, number] | null
  /**
   * What the interval is from: `seeds`: one pair of runs a seed, so it holds for worlds like these; `stretches`: the
   * stretches of time of one pair of runs, neighbours taken as alike as they look, so it holds for this one world.
   */
  readonly from: 'seeds' | 'stretches'
  /** How many pairs there are. */
  readonly pairs: number
  /** Of no difference, corrected for looking at all goals (Holm); null where there are fewer than two pairs. */
  readonly pValue: number | null
  readonly verdict: ChangeVerdict
}

/** What became of the goals of one layer. */
export interface ComparedLayer {
  readonly layer: Layer
  readonly goals: number
  readonly better: number
  readonly worse: number
  readonly verdict: ChangeVerdict | 'mixed'
}

/** Two versions on the same world, with common random numbers. */
export interface SimulatedComparison {
  readonly system: string
  readonly before: string
  readonly after: string
  readonly seeds: readonly number[]
  readonly goals: readonly ComparedGoal[]
  readonly layers: readonly ComparedLayer[]
}

/** How often the measured interval of a goal held what is true. */
export interface GoalCoverage extends GoalNamed {
  /** Runs with an interval and a truth; the others say nothing. */
  readonly runs: number
  readonly covered: number
  readonly share: number | null
  /** 95 %, of the share (Clopper and Pearson). */
  readonly interval: readonly [number, number] | null
  /** Mean of measured less true, and its 95 % interval over the runs. */
  readonly bias: number | null
  readonly biasInterval: readonly [number, number] | null
  /** Mean share of the observations of the truth that the product had too; null where that is not known. */
  readonly heard: number | null
  readonly verdict: 'as stated' | 'too narrow' | 'wider than stated' | 'cannot say'
  /** Why they are too narrow, in a sentence; empty otherwise. */
  readonly because: string
  /** The same of what was expected of decisions that waited at the end of a run; absent where no run expected anything. */
  readonly early?: Pick<GoalCoverage, 'runs' | 'covered' | 'share' | 'interval' | 'bias' | 'biasInterval'>
}

/** How far the measured values of a world can be trusted. */
export interface SimulatedCoverage {
  readonly system: string
  readonly runs: number
  /** The share of intervals that should hold the truth. */
  readonly stated: number
  readonly goals: readonly GoalCoverage[]
}

/** What better predictions do to a goal. */
export type ValueVerdict = 'no effect' | 'still rising' | 'knee' | 'worse' | 'cannot say'

/** One goal at one quality of the model. */
export interface ValuePoint {
  /** Area under the curve of what the models said, averaged over the runs; the wanted one where there is none. */
  readonly quality: number
  readonly value: number
  /** 95 %: over the seeds, or that of the only run. */
  readonly interval: readonly [number, number] | null
  readonly runs: number
}

/** Beyond this quality better predictions buy nothing, or less than a tenth of what they bought before. */
export interface Knee {
  readonly at: number
  /** 95 %. */
  readonly interval: readonly [number, number]
  /** Gain on the goal by one hundredth of quality, up to the knee and beyond it; below 0: the goal gets worse. */
  readonly before: number
  readonly after: number
  /** 95 %, of what it buys beyond the break, wherever that is. */
  readonly afterInterval: readonly [number, number]
  /** Today's quality is beyond the whole interval of the knee, before it, or within. */
  readonly today: 'beyond' | 'before' | 'near' | 'unknown'
}

/** Something else that could be done about a goal, and what it changes against today. */
export interface Alternative {
  /** `best model`: today's system with the best quality of the sweep. */
  readonly kind: 'best model' | 'version'
  readonly name: string
  /** After less before, in the unit of the goal. */
  readonly difference: number | null
  readonly interval: readonly [number, number] | null
  /** Corrected for looking at all alternatives and goals (Holm). */
  readonly pValue: number | null
  readonly verdict: ChangeVerdict
}

/** One goal against the quality of the model. */
export interface GoalValue extends GoalNamed {
  readonly of: ValueKind
  readonly points: readonly ValuePoint[]
  readonly verdict: ValueVerdict
  /** With the verdict `knee`. */
  readonly knee?: Knee
  /** Gain by one hundredth of quality over the whole sweep, by a straight line; below 0: the goal gets worse. */
  readonly slope: number | null
  readonly slopeInterval: readonly [number, number] | null
  /** Of there being no effect (corrected for looking at all goals), no break, and nothing beyond it. */
  readonly pValues: { readonly none: number; readonly straight: number; readonly flat: number }
  /** The most helpful first. */
  readonly alternatives: readonly Alternative[]
}

/** What better predictions are worth to a system, and what else would buy more. */
export interface ValueReport {
  readonly system: string
  readonly seeds: readonly number[]
  /** Quality of the version that is served; null where the world does not know it. */
  readonly today: number | null
  readonly goals: readonly GoalValue[]
}
