import type { Duration } from './duration.ts'

/** What an action may change that is seen later: what the system reads, what it learns from, or what its model says. */
export interface Influenced {
  readonly kind: 'input' | 'label' | 'score'
  /** Name of the context field, the feedback or the model. */
  readonly name: string
  /** The decision point where it is seen. */
  readonly decision: string
}

/** `not-found` only where an influence that matters would have been found; everything less is `inconclusive`. */
export type LoopStatus = 'found' | 'not-found' | 'inconclusive'

/** Whether the actions of a decision point change one thing one delay later. */
export interface LoopSighting {
  readonly decision: string
  /** The experiences that act; the others do not. */
  readonly acts: readonly string[]
  /** The public context field whose values are compared with themselves over time, or `person`. */
  readonly unit: string
  readonly influences: Influenced
  readonly delay: string
  readonly status: LoopStatus
  readonly because: string
  /** Adjusted for everything that is watched, and for every look, past and future. */
  readonly pValue: number
  /** When it was first found; milliseconds since 1970. */
  readonly alarmAt: number | null
  /** Absent while nothing can be said. */
  readonly strength?: LoopStrength
  readonly evidence: LoopEvidence
  /** What would make it conclusive; absent where it is. */
  readonly needed?: LoopNeed
}

/** How much one action changes, in the unit of what it changes, and what that brings about. */
export interface LoopStrength {
  readonly effect: number
  /** At 95 %, for one look. */
  readonly interval: readonly [number, number]
  /** The effect in standard deviations of what it changes. */
  readonly relative: number
  /**
   * Further actions that one action brings about one delay later in this way: the effect, times how much more probable
   * acting is with one unit more, times the decisions there are. From 1 on, what the system does makes ever more of the
   * same. Null for what the system does not decide on.
   */
  readonly gain: number | null
  /** The loop closed, in all ways, over ten delays; only of loops that were found. */
  readonly further?: FurtherActions
}

/** Further actions that one action brings about within a time; the interval at 95 %, for one look. */
export interface FurtherActions {
  readonly actions: number
  readonly interval: readonly [number, number]
  readonly within: string
}

/** What the answer rests on. */
export interface LoopEvidence {
  /** Decisions whose later value is known, and in how many units. */
  readonly decisions: number
  readonly units: number
  /** Decisions that were drawn with a probability strictly between 0 and 1. */
  readonly random: number
  /** Sum of p (1 - p) over them: what the randomisation was worth. */
  readonly information: number
  /** The weakest effect that would have been found with 90 %, and the one that should be, in the unit of what is changed. */
  readonly wouldShow: number | null
  readonly shouldShow: number | null
}

/** What would let an influence that matters be found with 90 %. */
export interface LoopNeed {
  /** Further decisions as random as those so far; null when none was random. */
  readonly decisions: number | null
  /** Share of as many decisions that would have to be drawn at random, half of them to act; null when even all would not do. */
  readonly exploration: number | null
}

/** A loop that was declared, or one that was found and nobody had declared. */
export interface LoopStanding {
  readonly name: string
  readonly declared: boolean
  /** A goal watches it. */
  readonly watchedBy?: string
  readonly status: LoopStatus
  readonly because: string
  /** What breaks it, in words: as declared first, then what follows from what was found. */
  readonly breaks: readonly string[]
  readonly sightings: readonly LoopSighting[]
}

/** A number about everybody when it was seen of some: an estimate that can be trusted, or the bounds of what it can be. */
export type PartlySeen =
  | {
      readonly kind: 'estimate'
      readonly value: number
      readonly interval: readonly [number, number]
      /** As many randomly chosen ones would say as much. */
      readonly effectiveSampleSize: number
      readonly method: string
    }
  | {
      readonly kind: 'bounds'
      readonly lowest: number
      readonly highest: number
      /** What is assumed to make them as narrow as they are; `nothing` for worst-case bounds. */
      readonly assuming: string
      readonly because: string
    }

/** A label of a decision point, of all its decisions, where it came back for some. */
export interface LabelStanding {
  readonly decision: string
  readonly feedback: string
  /** Experiences after which it ever came back. */
  readonly seenAfter: readonly string[]
  readonly decisions: number
  readonly labelled: number
  /** The mean of what came back: what the label would be if those it came back for were like all. */
  readonly naive: { readonly value: number; readonly interval: readonly [number, number] } | null
  readonly whole: PartlySeen
}

/** `GET /api/v1/systems/{system}/loops?from&to&unit&delay` */
export interface LoopsDocument {
  /** The present of the report: what comes back later is not in it. */
  readonly at: number
  /** At most this share of systems without a loop ever sees an alarm, however often one looks. */
  readonly falseAlarms: number
  /** Declared ones in their order, then those found that nobody declared. */
  readonly loops: readonly LoopStanding[]
  /** Watched beside the declared ones, and not found. */
  readonly elsewhere: readonly LoopSighting[]
  readonly labels: readonly LabelStanding[]
}

/** Which decisions to look at, and how, where the declaration does not say. */
export interface LoopOptions {
  readonly from?: number
  readonly to?: number
  /** A public context field. Default: what declared loops say, otherwise the person. */
  readonly unit?: string
  /** Default: those of declared loops, otherwise `'1 hour'`, `'1 day'` and `'1 week'`. */
  readonly delays?: readonly Duration[]
}
