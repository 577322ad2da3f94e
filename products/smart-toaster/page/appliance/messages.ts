import type { Intervention } from 'holon'
import type { Saved } from '../../control/controller.ts'
import type { Slice } from '../../domain/bread.ts'
import type { Shade } from '../../domain/shade.ts'
import type { Judged } from '../../domain/taste.ts'
import type { Look } from '../../hardware/toaster.ts'
import type { Measured } from '../../model/features.ts'
import type { Sabotage } from './sabotage.ts'

/** What a decision of the toaster itself came to, without the server. */
export interface OwnDecision {
  readonly experience: 'toast' | 'dial' | 'wait'
  readonly seconds: number
  readonly aimed: number
  readonly guardrails: readonly Intervention[]
  /** Why there was no usable prediction. */
  readonly code: string | undefined
}

/** What the page asks of the toaster. `put` and `decide` are answered under their number. */
export type Command =
  | { readonly do: 'put'; readonly ask: number; readonly slice: Slice; readonly loaf: number }
  | {
      readonly do: 'decide'
      readonly ask: number
      readonly context: Measured & { readonly shade: Shade; readonly judged: readonly Judged[] }
    }
  | { readonly do: 'start'; readonly seconds: number }
  | { readonly do: 'stop' }
  | { readonly do: 'speed'; readonly times: number }
  | { readonly do: 'sabotage'; readonly sabotage: Sabotage }
  | { readonly do: 'reset latch'; readonly by: string; readonly reason: string }
  | { readonly do: 'new toaster' }

/** How the toaster is, ten times a second. */
export interface State {
  /** How many toasts were started, to tell states from before a start. */
  readonly starts: number
  readonly look: Look
  readonly seconds: number
  readonly heated: number
  readonly saved: Saved | undefined
  /** C, as the eye sees it: what the software knows. */
  readonly seen: number | undefined
  /** Why it is latched; undefined when it is not. */
  readonly latched: string | undefined
  /** Records of the fast decision: made, and kept in the sampled log. */
  readonly decided: number
  readonly kept: number
}

/** What the toaster tells the page. */
export type Told =
  | { readonly tell: 'state'; readonly state: State }
  | { readonly tell: 'measured'; readonly ask: number; readonly measured: Measured }
  | { readonly tell: 'decided'; readonly ask: number; readonly decision: OwnDecision }
