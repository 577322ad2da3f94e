import type { DecideAnswer } from 'holon'

import type { ClientError } from './error.ts'
import { Queue, randomText } from './queue.ts'
import { sender } from './request.ts'
import { browserStorage, Shelf } from './shelf.ts'
import type { Client, ClientOptions, DecideOptions, Delivery } from './types.ts'

const usualTimeout = 5_000
const usualWaiting = 1_000
const created = 201
const read = 200

/**
 * Makes the client of a system. Decisions are asked for at once; what comes back waits in a queue until the server has
 * it, over reloads of the page and absences of the server.
 *
 * @example
 * ```ts excerpt
 * import type { taxFiling } from './system.ts'
 * const client = createClient<typeof taxFiling>({ system: 'tax-filing' })
 * const seen = await client.decide('audit-risk-meter', taxReturn, { fallback: 'nothing' })
 * if (seen.experience === 'meter') client.exposure(seen.id)
 * ```
 */
export function createClient<S>(options: ClientOptions): Client<S> {
  const { system, key, onProblem = warn } = options
  const base = options.url ?? globalThis.location?.origin ?? 'http://127.0.0.1:4321'
  const send = sender(`${base.replace(/\/$/, '')}/api/v1`, key, options.fetch ?? fetch)
  const storage = options.storage === false ? undefined : (options.storage ?? browserStorage())
  const queue = new Queue(
    send,
    new Shelf(storage, `holon:${base}:`),
    options.waiting ?? usualWaiting,
    onProblem,
  )
  const unwatch = watchPage(queue)
  const back = (id: string | null, method: string, path: string, body?: object): Delivery =>
    id === null
      ? Promise.resolve(false)
      : queue.add({ about: id, method, path: `/decisions/${id}/feedback${path}`, ...(body && { body }) })
  const client: Loose = {
    decide: async (decision, context, { fallback, timeout = usualTimeout, ...circumstances } = {}) => {
      const path = `/systems/${system}/decisions/${decision}`
      try {
        const answer = await send(
          { method: 'POST', path, body: { context, ...circumstances } },
          created,
          timeout,
        )
        return flat(answer as DecideAnswer)
      } catch (error) {
        if (fallback === undefined) throw error
        onProblem(error as ClientError)
        return fallenBack(fallback, (error as ClientError).code)
      }
    },
    episode: (name) =>
      send(
        { method: 'GET', path: `/systems/${system}/episodes/${encodeURIComponent(name)}` },
        read,
        usualTimeout,
      ),
    exposure: (id) => back(id, 'POST', '', { name: 'exposure', value: true, key: 'seen' }),
    feedback: (id, name, value, { key = randomText() } = {}) => back(id, 'POST', '', { name, value, key }),
    retract: (id, name, { key } = {}) =>
      back(
        id,
        'DELETE',
        [name, key].map((part) => (part === undefined ? '' : `/${encodeURIComponent(part)}`)).join(''),
      ),
    flush: () => queue.flush(),
    close: () => {
      unwatch()
      return queue.close()
    },
  }
  return client as Client<S>
}

/** The client without the types of a system. */
interface Loose {
  decide(
    decision: string,
    context: unknown,
    options?: DecideOptions & { readonly fallback?: string },
  ): Promise<unknown>
  episode(name: string): Promise<unknown>
  exposure(id: string | null): Delivery
  feedback(id: string | null, name: string, value: unknown, options?: { readonly key?: string }): Delivery
  retract(id: string | null, name: string, options?: { readonly key?: string }): Delivery
  flush(): Promise<number>
  close(): Promise<number>
}

function flat({ experience: { name, ...met }, ...rest }: DecideAnswer): object {
  return { ...rest, ...met, experience: name }
}

function fallenBack(experience: string, code: string): object {
  return {
    id: null,
    experience,
    parameters: null,
    prediction: null,
    reason: 'fallback',
    code,
    degraded: true,
    guardrails: [],
    audits: [],
    model: [],
    arms: {},
  }
}

/** A page that is left sends what it can; one that is online again tries again. */
function watchPage(queue: Queue): () => void {
  const { document } = globalThis
  if (!document) return () => undefined
  const leave = (): void => queue.leave()
  const hide = (): void => {
    if (document.visibilityState === 'hidden') leave()
  }
  const online = (): void => void queue.flush()
  addEventListener('pagehide', leave)
  addEventListener('online', online)
  document.addEventListener('visibilitychange', hide)
  return () => {
    removeEventListener('pagehide', leave)
    removeEventListener('online', online)
    document.removeEventListener('visibilitychange', hide)
  }
}

function warn({ message, fix }: ClientError): void {
  console.warn(`holon: ${message} ${fix}`)
}
