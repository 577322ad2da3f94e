import { FlagError, Flags, type FlagsOptions, type FlagType, subjectOf, watchChanges } from '@holon/flags'
import {
  ErrorCode,
  type EvaluationContext,
  type JsonValue,
  OpenFeatureEventEmitter,
  type Provider,
  ProviderFatalError,
  ProviderNotReadyError,
  type ResolutionDetails,
  ServerProviderEvents,
  type TrackingEventDetails,
} from '@openfeature/server-sdk'
import { HolonError, type Running } from 'holon'
import { Latest } from './latest.ts'
import { readTracked, sendBack } from './tracked.ts'

/** A system at work, of any declaration: what `open` answers. */
export type Opened = Pick<Running, 'name' | 'close'>

/** How decisions become flags. */
export interface ProviderOptions extends FlagsOptions {
  /**
   * Whether evaluating a flag counts as meeting it. Default true: server code evaluates a flag where it acts on it. With
   * false, `track('exposure', …)` says so.
   */
  readonly exposes?: boolean
  /** Told what could not be sent back: an event that no decision is known for, a log that is full. Default: a warning of the process. */
  readonly failed?: (error: Error) => void
}

/** What is known once the systems are open. */
interface Ready {
  readonly systems: readonly Running[]
  readonly flags: Flags
  readonly unwatch: () => void
}

/**
 * A provider for `@openfeature/server-sdk`: flags are decisions, the targeting key is the person, and what is tracked comes
 * back as feedback. It is ready once the systems are open; who opened them closes them.
 *
 * @example
 * ```ts
 * import { OpenFeature } from '@openfeature/server-sdk'
 * import { flag } from '@holon/flags'
 * import { HolonProvider } from '@holon/flags-openfeature'
 * import { defineSystem, open } from 'holon'
 * import { z } from 'zod'
 * const checkout = flag('checkout', {
 *   does: 'shows the new checkout',
 *   context: z.object({ country: z.string().meta({ dataClass: 'public' }) }),
 *   example: { country: 'de' },
 *   values: { old: false, new: true },
 *   fallback: 'old',
 *   serve: ({ country }) => (country === 'de' ? 'new' : 'old'),
 *   feedback: { bought: { value: z.boolean() } },
 * })
 * const shop = defineSystem('shop', { purpose: 'sell', people: [], decisions: [checkout], goals: [] })
 * await OpenFeature.setProviderAndWait(new HolonProvider(open(shop)))
 * const client = OpenFeature.getClient()
 * const person = { targetingKey: 'p-17', country: 'de' }
 * await client.getBooleanValue('checkout', false, person) // true
 * client.track('bought', person)
 * ```
 */
export class HolonProvider implements Provider {
  readonly metadata = { name: 'Holon' } as const
  readonly runsOn = 'server'
  readonly events = new OpenFeatureEventEmitter()
  readonly #given: readonly (Opened | Promise<Opened>)[]
  readonly #options: ProviderOptions
  readonly #latest = new Latest()
  /** What is being sent back. */
  readonly #sending = new Set<Promise<void>>()
  #ready: Ready | undefined

  constructor(
    systems: Opened | Promise<Opened> | readonly (Opened | Promise<Opened>)[],
    options: ProviderOptions = {},
  ) {
    this.#given = Array.isArray(systems) ? systems : [systems as Opened | Promise<Opened>]
    this.#options = options
  }

  /** Waits until the systems are open. What can never open is fatal. */
  async initialize(): Promise<void> {
    if (this.#ready !== undefined) return
    try {
      const systems = (await Promise.all(this.#given)) as unknown as readonly Running[]
      const flags = new Flags(systems, this.#options)
      const unwatch = watchChanges(systems, (system, decision) =>
        this.events.emit(ServerProviderEvents.ConfigurationChanged, {
          flagsChanged: [...flags.keysOf(system, decision)],
        }),
      )
      this.#ready = { systems, flags, unwatch }
    } catch (error) {
      throw isFatal(error) ? new ProviderFatalError(String(error), { cause: error }) : error
    }
  }

  /** Waits for what is being sent back. The systems stay open. */
  async onClose(): Promise<void> {
    this.#ready?.unwatch()
    this.#ready = undefined
    await Promise.all(this.#sending)
  }

  resolveBooleanEvaluation(key: string, otherwise: boolean, context: EvaluationContext) {
    return this.#resolve(key, otherwise, context, 'boolean')
  }

  resolveStringEvaluation(key: string, otherwise: string, context: EvaluationContext) {
    return this.#resolve(key, otherwise, context, 'string')
  }

  resolveNumberEvaluation(key: string, otherwise: number, context: EvaluationContext) {
    return this.#resolve(key, otherwise, context, 'number')
  }

  resolveObjectEvaluation<T extends JsonValue>(key: string, otherwise: T, context: EvaluationContext) {
    return this.#resolve(key, otherwise, context, 'object')
  }

  /** Sends feedback back, under the name of the event. */
  track(name: string, context: EvaluationContext, details: TrackingEventDetails): void {
    const ready = this.#ready
    if (ready === undefined) throw new ProviderNotReadyError('The systems are not open.')
    const { flags, systems } = ready
    const sending = async () =>
      sendBack(systems, readTracked({ flags, latest: this.#latest }, name, context, details))
    this.#send(sending())
  }

  async #resolve<T>(
    key: string,
    otherwise: T,
    context: EvaluationContext,
    wanted: FlagType,
  ): Promise<ResolutionDetails<T>> {
    const ready = this.#ready
    if (ready === undefined)
      return failed(otherwise, ErrorCode.PROVIDER_NOT_READY, 'The systems are not open.')
    try {
      const evaluation = await ready.flags.evaluate(key, wanted, context)
      const { id, variant, reason, metadata, value = otherwise } = evaluation
      const subject = subjectOf(context)
      if (subject !== undefined) this.#latest.note(subject, ready.flags.decisionOf(key), id)
      if (this.#options.exposes !== false) this.#send(sendBack(ready.systems, { id, ...exposure }))
      return { value: value as T, variant, reason, flagMetadata: { ...metadata } }
    } catch (error) {
      if (error instanceof FlagError) return failed(otherwise, ErrorCode[error.code], error.message)
      throw error
    }
  }

  /** Nobody waits for what is sent back, but `onClose`. */
  #send(sending: Promise<void>): void {
    const { failed: tell = (error: Error) => process.emitWarning(error) } = this.#options
    const sent = sending
      .catch((error) => tell(error instanceof Error ? error : new Error(String(error))))
      .finally(() => this.#sending.delete(sent))
    this.#sending.add(sent)
  }
}

const exposure = { name: 'exposure', value: true }

/** Trying again cannot help. */
const isFatal = (error: unknown): boolean =>
  error instanceof HolonError && /^(declaration|config|model)-/.test(error.code)

const failed = <T>(value: T, errorCode: ErrorCode, errorMessage: string): ResolutionDetails<T> => ({
  value,
  reason: 'ERROR',
  errorCode,
  errorMessage,
})
