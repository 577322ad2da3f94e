import {
  AsyncLocalStorageTransactionContextPropagator,
  type Client,
  type EvaluationContext,
  type EvaluationDetails,
  type EventDetails,
  type Hook,
  type JsonValue,
  OpenFeature,
} from '@openfeature/server-sdk'
import { HolonError, type Running } from 'holon'
import { HolonProvider } from '../provider.ts'
import { openFlags } from './flags.fixture.ts'

/** Metadata that one flag of the scenarios has, and no other. */
const own = { string: '1.0.2', integer: 2, float: 0.1, boolean: true }

/** What one scenario does and sees. */
export class World {
  readonly client: Client = OpenFeature.getClient()
  running: Running | undefined
  provider: HolonProvider | undefined
  type = 'Boolean'
  key = ''
  otherwise: JsonValue = false
  readonly context: Record<string, EvaluationContext[string]> = {}
  /** Context entries by the level at which they are added. */
  readonly levels: Record<string, EvaluationContext> = {}
  precedence: readonly string[] = []
  details: EvaluationDetails<JsonValue> | undefined
  evaluated: Promise<EvaluationDetails<JsonValue>> | undefined
  remembered: JsonValue | undefined
  /** Stages of hooks in their order, as `name stage`. */
  readonly staged: string[] = []
  readonly told = new Map<string, object>()
  readonly events = new Map<string, (EventDetails | undefined)[]>()
  hooks: Hook[] = []

  async start(): Promise<void> {
    this.running = await openFlags()
    this.provider = new HolonProvider(this.running, {
      metadata: (_, decision) => (decision === 'flags/metadata-flag' ? own : {}),
    })
    OpenFeature.setTransactionContextPropagator(new AsyncLocalStorageTransactionContextPropagator())
    await OpenFeature.setProviderAndWait(this.provider)
  }

  /** With a system that never opens, or cannot be opened. */
  async startBroken(why: 'not ready' | 'error' | 'fatal'): Promise<void> {
    const code = why === 'fatal' ? 'declaration-invalid' : 'registry-unavailable'
    const broken = new HolonError(code, 'It does not open.', 'Mend it.')
    const opening = why === 'not ready' ? new Promise<never>(() => undefined) : Promise.reject(broken)
    const setting = OpenFeature.setProviderAndWait(new HolonProvider(opening))
    if (why !== 'not ready') await setting.catch(() => undefined)
  }

  async evaluate(options: { hooks?: Hook[] } = {}): Promise<void> {
    this.details = await this.evaluating(options)
  }

  evaluating(options: { hooks?: Hook[] } = {}): Promise<EvaluationDetails<JsonValue>> {
    const { client, key, context } = this
    const [otherwise, type] = [this.otherwise, this.type.toLowerCase()]
    if (type === 'boolean') return client.getBooleanDetails(key, otherwise === true, context, options)
    if (type === 'string') return client.getStringDetails(key, String(otherwise), context, options)
    if (type === 'object') return client.getObjectDetails(key, otherwise, context, options)
    return client.getNumberDetails(key, Number(otherwise), context, options)
  }

  /** Evaluates a flag with context at every level; what reached the decision is in its record. */
  async evaluateLevels(): Promise<EvaluationContext> {
    const { API = {}, Transaction = {}, Client = {}, Invocation = {}, 'Before Hooks': before } = this.levels
    OpenFeature.setContext(API)
    this.client.setContext(Client)
    const hooks: Hook[] = before === undefined ? [] : [{ before: () => before }]
    let evaluating: Promise<unknown> | undefined
    OpenFeature.setTransactionContext(Transaction, () => {
      evaluating = this.client.getBooleanValue('keeping', false, Invocation, { hooks })
    })
    await evaluating
    const latest = await this.running?.latest()
    return { ...latest?.decisions[0]?.context } as EvaluationContext
  }

  /** A hook that writes down when it is called, and with what. */
  hook(name: string): Hook {
    const note = (stage: string, told: object = {}): void => {
      this.staged.push(`${name} ${stage}`)
      this.told.set(stage, told)
    }
    return {
      before: () => note('before'),
      after: (_, details) => note('after', details),
      error: () => note('error'),
      finally: (_, details) => note('finally', details),
    }
  }

  async close(): Promise<void> {
    await OpenFeature.close()
    OpenFeature.clearHandlers()
    OpenFeature.setContext({})
    await this.running?.close()
  }
}
