import type { Recent, Step } from '../spec/recent.ts'

/** What a person would meet: an experience and its parameters. */
export type Action<X> = {
  readonly [K in keyof X & string]: { readonly experience: K; readonly parameters: X[K] }
}[keyof X & string]

/** What a guardrail looks at. Never the model's prediction or its confidence. */
export interface GuardrailMoment<C, X> {
  readonly context: C
  readonly action: Action<X>
  /** Milliseconds since 1970. */
  readonly at: number
  /** Whether every prediction that led here went through a calibration. */
  readonly calibrated: boolean
  /** What the person met before; empty where the decision declares nothing that is to be remembered. */
  readonly recent: Recent
  /** The episode that the decision belongs to, by which what was met in it is told from the rest of `recent`. */
  readonly episode?: string | undefined
  /** The step of a ladder that is taken here, after which decision and why; none where a policy chose. */
  readonly step?: Step | undefined
}

/** What a guardrail says. */
export type Verdict<X> =
  | { readonly do: 'allow' }
  /** The same experience with other parameters. */
  | { readonly do: 'clamp'; readonly parameters: X[keyof X & string]; readonly because: string }
  /** Another experience, presented anew. */
  | { readonly do: 'replace'; readonly experience: keyof X & string; readonly because: string }
  /** The experience named by `latches`, now and until a person resets it. */
  | { readonly do: 'latch'; readonly because: string }

/**
 * A rule outside the model that the action must pass, run after everything else. Pure: the same moment gives the same
 * verdict. `promise` says in one sentence what holds because of it.
 */
export interface Guardrail<C, X> {
  readonly name: string
  readonly promise: string
  /** The safe experience that takes the place of every other once `check` said `latch`. */
  readonly latches?: keyof X & string
  check(moment: GuardrailMoment<C, X>): Verdict<X>
}

const allowed = Object.freeze({ do: 'allow' as const })

/** The action may pass. */
export const allow = (): { readonly do: 'allow' } => allowed

/** The experience stays, its parameters are brought inside a bound. */
export const clamp = <T>(parameters: T, because: string) => ({ do: 'clamp' as const, parameters, because })

/** Another experience takes its place. */
export const replace = <const N extends string>(experience: N, because: string) => ({
  do: 'replace' as const,
  experience,
  because,
})

/**
 * The safe experience takes its place, and of every one that follows for the same person (or for all who are nobody in
 * particular), across restarts, until a named person resets it with a reason. The guardrail must say what `latches`.
 */
export const latch = (because: string) => ({ do: 'latch' as const, because })
