import type { ClientStorage } from './shelf.ts'

/** A call that reached the server. */
export interface Arrived {
  readonly method: string
  readonly path: string
  readonly body: unknown
  readonly headers: Headers
  readonly keepalive: boolean
}

type Answer = () => Response | Promise<Response>

/** A server in memory: answers as told, 202 when not told, and remembers what arrived. */
export class ScriptedServer {
  readonly arrived: Arrived[] = []
  answer: (call: Arrived) => Response | Promise<Response> = () => new Response(null, { status: 202 })

  readonly fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const { pathname } = new URL(String(input))
    const call = {
      method: init.method ?? 'GET',
      path: pathname,
      body: init.body === undefined ? undefined : JSON.parse(String(init.body)),
      headers: new Headers(init.headers),
      keepalive: init.keepalive ?? false,
    }
    this.arrived.push(call)
    return new Promise((resolve, reject) => {
      init.signal?.addEventListener('abort', () => reject(init.signal?.reason))
      Promise.resolve(call).then(this.answer).then(resolve, reject)
    })
  }

  /** Answers one call after the other, then 202. */
  script(...answers: readonly Answer[]): void {
    const left = [...answers]
    this.answer = () => left.shift()?.() ?? new Response(null, { status: 202 })
  }

  values(): unknown[] {
    return this.arrived.map(({ body }) => (body as { value?: unknown } | undefined)?.value)
  }
}

/** An answer that is a problem. */
export function problem(status: number, code: string, headers: Record<string, string> = {}): Answer {
  return () =>
    new Response(
      JSON.stringify({ type: 'x', title: code, status, code, detail: `it was ${code}`, fix: 'fix it' }),
      {
        status,
        headers: { 'content-type': 'application/problem+json; charset=utf-8', ...headers },
      },
    )
}

/** No answer at all. */
export function away(): never {
  throw new TypeError('fetch failed')
}

/** A storage in memory. */
export function memoryStorage(): ClientStorage & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>()
  return {
    texts,
    get length() {
      return texts.size
    },
    key: (index) => [...texts.keys()][index] ?? null,
    getItem: (name) => texts.get(name) ?? null,
    setItem: (name, text) => void texts.set(name, text),
    removeItem: (name) => void texts.delete(name),
  }
}
