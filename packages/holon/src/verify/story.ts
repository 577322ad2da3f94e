import type { Json, JsonObject } from '../spec/json.ts'

/**
 * What a model does when it is asked: says something (any value, also one no model should say), at once or `after`
 * milliseconds; throws; or never answers.
 */
export type Saying =
  | { readonly says: unknown; readonly after?: number }
  | { readonly throws: true; readonly after?: number }
  | { readonly hangs: true }

/** One request for a decision, and what the model says to it. */
export interface StoryRequest {
  readonly decision: string
  readonly context: JsonObject
  readonly subject?: string
  readonly episode?: string
  readonly key?: string
  readonly model?: Saying
}

/** One thing that happens. Steps that draw, draw from their own `chance`, so that they do the same in a shorter story. */
export type StoryStep =
  | ({ readonly do: 'decide'; readonly chance?: number } & StoryRequest)
  /** Several requests at once. */
  | { readonly do: 'race'; readonly requests: readonly StoryRequest[]; readonly chance?: number }
  /** Periods of the plant; at each the plant is sensed, a decision taken and acted upon. */
  | { readonly do: 'tick'; readonly times: number; readonly model?: Saying; readonly chance?: number }
  /** Time passes while nobody asks; milliseconds. */
  | { readonly do: 'wait'; readonly ms: number }
  /** Somebody sets the clock, forward or back; milliseconds. */
  | { readonly do: 'set clock'; readonly by: number }
  /** The program ends and is started again on what is durable. */
  | { readonly do: 'restart' }
  /** Something comes back for the latest decision that takes this feedback, of a person if given. */
  | { readonly do: 'feedback'; readonly name: string; readonly value: Json; readonly subject?: string }
  /** Every latch is let go by somebody. */
  | { readonly do: 'reset latches' }

/** Something that can happen to a system, told so that it can be told again. */
export interface Story {
  /** What chance draws for the plant. Default 0. */
  readonly seed?: number
  /** Whether the models are calibrated. Default true. */
  readonly calibrated?: boolean
  readonly steps: readonly StoryStep[]
}

/** How many steps a story has; a race counts as many as it has requests, a tick as often as it is taken. */
export const lengthOf = ({ steps }: Story): number => steps.reduce((sum, step) => sum + weightOf(step), 0)

function weightOf(step: StoryStep): number {
  if (step.do === 'race') return step.requests.length
  return step.do === 'tick' ? step.times : 1
}

/** Whether the plant takes part in a story. */
export const hasPlant = ({ steps }: Story): boolean => steps.some((step) => step.do === 'tick')
