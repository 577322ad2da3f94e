import { systemClock } from '../memory/clock.ts'
import { type Duration, inMilliseconds } from '../spec/duration.ts'
import type { Clock } from '../spec/ports.ts'
import { nothingRecent } from '../spec/recent.ts'
import type { Intervention } from '../spec/record.ts'
import type { Running } from '../spec/running.ts'
import type { Out, Schema } from '../spec/schema.ts'
import type { Decision, DecisionPart } from '../system/decision.ts'
import { type Action, replace, type Verdict } from '../system/guardrail.ts'

/** What an actuator does, and what it does when nobody permits anything. */
export interface ActuatorInit<X> {
  /** The action that is safe whatever happens. Applied at once, and whenever permission runs out. */
  readonly safe: Action<X>
  /** Moves the hardware. Called once for every change of the action, and again for the same one when permitted anew. */
  readonly apply: (action: Action<X>) => void
  /** Permission lasts this long. */
  readonly within: Duration
  readonly clock?: Clock
  /** Whose latches count, and for whom it latches. Default: everybody's count, and it latches for nobody in particular. */
  readonly person?: string
}

/** The last gate before the hardware. */
export interface Actuator<C, X> {
  /**
   * Asks for an action under what is sensed now, and answers the one that was applied. Guardrails see it once more:
   * where one says other than allow or clamp, or fails, that is the safe action.
   */
  permit(action: Action<X>, sensed: C): Action<X>
  /** What is applied now. */
  readonly applied: Action<X>
  /** Interventions that could not be recorded yet, in words; undefined when all are. */
  readonly problem: string | undefined
  /** Applies the safe action for good. */
  stop(): void
}

/**
 * Puts the guardrails of a decision between it and the hardware, together with a watchdog: no fresh permission within its
 * time means the safe action, whatever became of the program that decides. Its interventions go into the log when they
 * begin, and a guardrail that latches here is latched for the decision too, across restarts.
 *
 * @example
 * ```ts excerpt
 * const heater = actuator(holon, heat, { safe: { experience: 'off', parameters: null }, apply: drive, within: '200 milliseconds' })
 * heater.permit({ experience: answer.experience, parameters: answer.parameters }, sensed)
 * ```
 */
export function actuator<N extends string, S extends Schema, X, F>(
  holon: Pick<Running, 'latches' | 'intervened'>,
  decision: Decision<N, S, X, F>,
  { safe, apply, within, clock = systemClock(), person }: ActuatorInit<X>,
): Actuator<Out<S>, X> {
  const lasting = inMilliseconds(within)
  let applied = safe
  let until = Number.NEGATIVE_INFINITY
  let disarm: (() => void) | undefined
  let stopped = false
  let streak = ''
  let problem: string | undefined

  function drive(action: Action<X>): Action<X> {
    applied = action
    apply(action)
    return action
  }

  function watch(): void {
    const left = until - clock.monotonic()
    // Whole milliseconds: a rest too small to move a clock would call again for ever.
    if (left > 0) disarm = clock.after(Math.ceil(left), watch)
    else {
      disarm = undefined
      drive(safe)
    }
  }

  /** Tells the log once at the beginning of interventions of one kind, not fifty times a second. */
  function tell(one: Intervention | undefined, wanted: Action<X>): void {
    const kind = one === undefined ? '' : `${one.guardrail}/${one.did}`
    if (kind === streak) return
    streak = kind
    if (one === undefined) return
    holon.intervened(decision.name, one, wanted.parameters, person).then(
      () => {
        problem = undefined
      },
      (error: unknown) => {
        problem = `An intervention of "${one.guardrail}" is not recorded: ${String(error)}`
      },
    )
  }

  drive(safe)
  return {
    permit(wanted, sensed) {
      if (stopped) return applied
      const held = latched(holon, decision.name, person)
      const [action, intervention] = pass(decision, held, safe, wanted, sensed, clock.now())
      until = clock.monotonic() + lasting
      disarm ??= clock.after(lasting, watch)
      tell(intervention, wanted)
      return drive(action)
    },
    get applied() {
      return applied
    },
    get problem() {
      return problem
    },
    stop() {
      stopped = true
      disarm?.()
      drive(safe)
    },
  }
}

const latched = (holon: Pick<Running, 'latches'>, decision: string, person: string | undefined) =>
  holon
    .latches()
    .filter((one) => one.decision === decision && (person === undefined || one.person === person))

/** The action that passes all guardrails, and the last intervention on the way. A clamped action meets all of them again. */
function pass<X>(
  { guardrails, name }: DecisionPart,
  [held]: ReturnType<typeof latched>,
  safe: Action<X>,
  wanted: Action<X>,
  context: unknown,
  at: number,
): readonly [Action<X>, Intervention | undefined] {
  const { experience: from } = wanted
  const stop = (guardrail: string, did: Intervention['did'], because: string) =>
    [safe, { guardrail, did, from, to: safe.experience, because }] as const
  if (held !== undefined) {
    return from === safe.experience ? [safe, undefined] : stop(held.guardrail, 'replace', held.because)
  }
  let action = wanted
  let intervention: Intervention | undefined
  for (let round = 0; round <= guardrails.length; round++) {
    let changed = false
    for (const guardrail of guardrails) {
      const verdict = ask(guardrail, safe, action, context, at)
      if (verdict.do === 'allow') continue
      const { do: did, because } = verdict
      if (did !== 'clamp') return stop(guardrail.name, did, because)
      action = { ...action, parameters: verdict.parameters } as Action<X>
      intervention = { guardrail: guardrail.name, did, from, to: from, because }
      changed = true
    }
    if (!changed) return [action, intervention]
  }
  return stop(name, 'replace', 'its guardrails do not agree on one action')
}

/** What a guardrail says of an action; one that fails wants the safe one. */
function ask<X>(
  guardrail: DecisionPart['guardrails'][number],
  safe: Action<X>,
  action: Action<X>,
  context: unknown,
  at: number,
): Verdict<Record<string, unknown>> {
  const moment = { context, at, calibrated: true, recent: nothingRecent }
  try {
    return guardrail.check({ ...moment, action: action as Action<Record<string, unknown>> })
  } catch (error) {
    return replace(safe.experience, `it failed: ${String(error)}`)
  }
}
