import type { AuditDeclaration, AuditedValue } from './audit.ts'
import type { FairnessDeclaration } from './fairness.ts'
import type { Json, JsonObject } from './json.ts'
import type { Influenced } from './loops.ts'
import type { FeedbackKind, Keep, Measure } from './measure.ts'
import type { Alert, MeasureAnswer } from './ports.ts'
import type { BackEntry, DecisionEntry, EventEntry, Intervention, PrivatePart, Reason } from './record.ts'
import type { Waiting } from './waiting.ts'

/** The five layers of goals, from what the owner wants down to what a model can do. */
export const layers = ['organization', 'leading', 'system', 'user', 'model'] as const

/** One of the five layers of goals. */
export type Layer = (typeof layers)[number]

/** How an experience reaches a person. */
export type Style = 'automate' | 'prompt' | 'organize' | 'annotate' | 'silent'

/** Where a measure should be, in the measure's own unit. */
export type Target =
  | { readonly atLeast: number }
  | { readonly atMost: number }
  | { readonly between: readonly [number, number] }

/** Is the goal reached? `inconclusive` when the evidence does not say. */
export type GoalStatus = 'met' | 'missed' | 'inconclusive'

/** A system as JSON: `GET /api/v1/systems/{system}`. */
export interface SystemDocument {
  readonly name: string
  readonly title: string
  readonly purpose: string
  readonly snapshot: string
  readonly components: readonly ComponentDocument[]
  readonly people: readonly PersonDocument[]
  readonly environment: readonly EnvironmentDocument[]
  readonly decisions: readonly DecisionDocument[]
  readonly goals: readonly GoalDeclaration[]
  readonly loops: readonly LoopDocument[]
  readonly fairness: readonly FairnessDeclaration[]
  readonly map: MapDocument
  readonly findings: readonly Finding[]
  /** Where a person uses the product, if it has a page here. */
  readonly page?: string
}

/** A part of the system or of what it stands on. */
export interface ComponentDocument {
  readonly name: string
  readonly ml: boolean
  readonly inside: boolean
  readonly does: string
  /** Names of components this one needs. */
  readonly uses: readonly string[]
  readonly owner?: string
  /** Only for models. */
  readonly model?: {
    readonly predicts: string
    readonly deadline: number
    readonly featureSchema: JsonObject
    readonly version?: string
    readonly sha256?: string
    readonly kind?: string
    readonly calibrated: boolean
    readonly fault: Fault
    /** Other versions that arms of flights may name, where there are any; `cost` of one answer, where it has one. */
    readonly versions?: readonly {
      readonly name: string
      readonly version: string
      readonly kind: string
      readonly cost?: number
    }[]
  }
}

/** Someone the system does something to or for. */
export interface PersonDocument {
  readonly name: string
  readonly wants: string
}

/** Something outside that the system assumes or influences. */
export interface EnvironmentDocument {
  readonly name: string
  readonly assumed: string
}

/** A decision point. */
export interface DecisionDocument {
  readonly name: string
  readonly does: string
  readonly contextSchema: JsonObject
  /** Data class of each top-level context field. */
  readonly dataClasses: Readonly<Record<string, 'public' | 'personal' | 'sensitive'>>
  readonly example: Json
  readonly model?: string
  /** Names of components it draws on beside the model. */
  readonly uses: readonly string[]
  readonly policy: { readonly kind: string; readonly options: JsonObject; readonly words: string }
  readonly experiences: readonly ExperienceDocument[]
  readonly guardrails: readonly {
    readonly name: string
    readonly promise: string
    /** The safe experience that it holds until it is reset. */
    readonly latches?: string
  }[]
  /** How often one person may be interrupted. */
  readonly limits: readonly { readonly name: string; readonly words: string }[]
  /** Which experience is best for which predicted probability, as it follows from the utilities. */
  readonly thresholds?: readonly { readonly experience: string; readonly from: number; readonly to: number }[]
  readonly habituation?: { readonly halfLife: string; readonly growth: number }
  readonly ladder?: LadderDocument
  readonly fallback: string
  readonly feedback: readonly FeedbackDocument[]
  readonly mistakes: readonly MistakeDocument[]
  /** Other ways in which it may work, for flights to try, and what is different in them. */
  readonly variants?: readonly {
    readonly name: string
    readonly does: string
    readonly changes: readonly string[]
  }[]
}

/** Steps that follow each other while nobody answers; waits in milliseconds. */
export interface LadderDocument {
  readonly steps: readonly { readonly experience: string; readonly wait?: number }[]
  readonly endedBy: readonly string[]
  readonly hurriedBy: readonly string[]
}

/** An experience a person may meet. */
export interface ExperienceDocument {
  readonly name: string
  readonly style: Style
  readonly forcefulness: number
  /** Value when it was right, cost (negative value) when it was wrong, cost of interrupting; in one unit. */
  readonly right: number
  readonly wrong: number
  readonly interrupting: number
  /** The value for each class, where the model predicts classes. */
  readonly worth?: Readonly<Record<string, number>>
  /** To whom it hands the case, within what time, what they are asked, and the feedback that is their answer. */
  readonly handsOver?: {
    readonly to: string
    readonly within: string
    readonly answer: string
    readonly asks: string
  }
  readonly undo?: string
  readonly parametersSchema?: JsonObject
}

/** What may come back for a decision. */
export interface FeedbackDocument {
  readonly name: string
  readonly kind: FeedbackKind
  readonly valueSchema: JsonObject
  readonly keep: Keep
  readonly within?: string
  readonly otherwise?: Json
  readonly asks?: string
  /** Asked of some people, drawn at random. */
  readonly audit?: AuditDeclaration
  /** To whom it hands the decision, and how many open cases one person may have. */
  readonly handsOver?: NonNullable<ExperienceDocument['handsOver']> & { readonly atMost?: number }
}

/** A way to be wrong, and what was planned for it. */
export interface MistakeDocument {
  readonly name: string
  readonly harms: string
  readonly harm: string
  readonly cost: number
  readonly noticedBy: readonly string[]
  readonly limitedBy: readonly string[]
  readonly owner: string
}

/** A goal as declared. */
export interface GoalDeclaration {
  readonly name: string
  readonly layer: Layer
  readonly why: string
  readonly unit: string
  readonly target: Target
  readonly measure?: Measure
  readonly supports: readonly {
    readonly goal: string
    readonly expected: 'raises' | 'lowers'
    readonly lag?: string
  }[]
}

/** A way in which what the system does comes back as what it learns from. */
export interface LoopDocument {
  readonly name: string
  readonly from: string
  readonly through: string
  readonly to: string
  readonly delay: string
  readonly effect: 'reinforcing' | 'balancing'
  readonly watchedBy?: string
  readonly brokenBy?: string
  /** What it is watched for, where declared: see `LoopsDocument`. */
  readonly acts?: readonly string[]
  readonly influences?: readonly Influenced[]
  readonly unit?: string
}

/** The system drawn: nodes and edges without positions. */
export interface MapDocument {
  readonly nodes: readonly {
    readonly id: string
    readonly label: string
    readonly kind: 'component' | 'model' | 'decision' | 'person' | 'environment'
    readonly inside: boolean
  }[]
  readonly edges: readonly {
    readonly from: string
    readonly to: string
    readonly kind: 'uses' | 'decides' | 'meets' | 'returns' | 'influences'
    readonly label?: string
  }[]
}

/** What `holon check` found. */
export interface Finding {
  readonly rule: string
  readonly severity: 'error' | 'warning'
  readonly where: string
  readonly problem: string
  readonly fix: string
}

/** `POST /api/v1/systems/{system}/decisions/{decision}` */
export interface DecideRequest {
  readonly context: Json
  readonly subject?: string
  readonly episode?: string
  readonly key?: string
}

/** Why a prediction came out so, in words and numbers. Percentage points of probability for classifiers. */
export interface Explanation {
  readonly sentences: readonly string[]
  /** Prediction for the reference case, and for this one. */
  readonly base: number
  readonly value: number
  /** Largest effect first; `by` adds up from base to value. */
  readonly facts: readonly {
    readonly fact: string
    readonly value: string
    readonly reference: string
    readonly by: number
  }[]
}

/** The answer to a decide request. */
export interface DecideAnswer {
  readonly id: string
  readonly experience: {
    readonly name: string
    readonly style: Style
    readonly forcefulness: number
    readonly parameters: Json
    readonly text?: string
  }
  /** What the policy saw, null when there was no usable prediction. */
  readonly prediction: Json
  readonly explanation?: Explanation
  readonly reason: Reason
  readonly code?: string
  readonly degraded: boolean
  readonly guardrails: readonly Intervention[]
  readonly propensity: number
  /** Feedback that this person is to be asked for: chance drew them for an audit. */
  readonly audits: readonly string[]
  readonly model: readonly { readonly name: string; readonly version: string }[]
  /** Arm of every flight it takes part in. */
  readonly arms: Readonly<Record<string, string>>
  readonly snapshot: string
  /** The episode it belongs to: the one given; the id of the decision, where it begins a ladder without one. */
  readonly episode?: string
}

/** `GET /api/v1/decisions/{id}`: the record with everything that came back. */
export interface RecordDocument {
  readonly record: Omit<DecisionEntry, 'sealed'>
  /** The person's part; null once the person was erased. */
  readonly private: PrivatePart | null
  readonly explanation?: Explanation
  readonly back: readonly Omit<BackEntry, 'sealed'>[]
}

/** `GET /api/v1/systems/{system}/decisions?limit&before`: latest first. `before` of the next page is `next`. */
export interface LatestDocument {
  readonly decisions: readonly (Omit<DecisionEntry, 'sealed'> & { readonly position: number })[]
  readonly next: number | null
}

/** `POST /api/v1/decisions/{id}/feedback` (also exposures, corrections, outcomes by their name). */
export interface FeedbackRequest {
  readonly name: string
  readonly value: Json
  readonly key?: string
}

/** `POST /api/v1/decisions/{id}/replay` */
export interface ReplayDocument {
  readonly id: string
  readonly snapshot: string
  /** True when the replayed record equals the recorded one, timings aside, to the bit. */
  readonly equal: boolean
  readonly stages: readonly {
    readonly stage: string
    readonly recorded: Json
    readonly replayed: Json
    readonly equal: boolean
  }[]
}

/** `GET /api/v1/systems/{system}/goals?from&to&slice` */
export interface GoalDocument extends GoalDeclaration {
  readonly value: number | null
  readonly interval: readonly [number, number] | null
  readonly n: number
  readonly status: GoalStatus
  readonly because: string
  /**
   * Where a random audit bears on it: `value` and `interval` are of everybody, corrected for who answers, or `value` is null
   * and `interval` the bounds. Here is how, beside the number of those who answered.
   */
  readonly audit?: AuditedValue
  /**
   * Decisions that do not count in `value` yet, because silence counts only once a window has passed, and what to expect of
   * them; absent where there are none.
   */
  readonly waiting?: Waiting
  /** With `slice`: one value per slice, numbers by size and text by name, the slice of unknown value (null) last. */
  readonly slices?: readonly (Pick<MeasureAnswer, 'slice'> & {
    readonly value: number | null
    readonly interval: readonly [number, number] | null
    readonly n: number
    readonly audit?: AuditedValue
  })[]
}

/** Server-sent events of `GET /api/v1/systems/{system}/stream`: `event:` is the type, `data:` the JSON. */
export type StreamEvent =
  | { readonly type: 'decision'; readonly data: Omit<DecisionEntry, 'sealed'> }
  | { readonly type: 'feedback'; readonly data: Omit<BackEntry, 'sealed'> }
  | { readonly type: 'event'; readonly data: EventEntry }
  | { readonly type: 'alert'; readonly data: Alert }

/** A model broken on purpose. `GET` and `PUT /api/v1/systems/{system}/models/{model}/fault` */
export type Fault =
  | { readonly kind: 'none' }
  | { readonly kind: 'dead' }
  | { readonly kind: 'slow'; readonly milliseconds: number }
  | { readonly kind: 'nonsense' }

/** `DELETE /api/v1/people/{subject}` */
export interface EraseAnswer {
  readonly erased: boolean
}

/** `GET /api/v1/health` */
export interface HealthDocument {
  readonly status: 'ok' | 'degraded'
  readonly version: string
  /** What is not well, in words. */
  readonly problems: readonly string[]
  readonly demo: boolean
  /** Names of systems around which there is a world to simulate. */
  readonly worlds: readonly string[]
}

/** `application/problem+json` (RFC 9457). */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
  readonly fix?: string
}
