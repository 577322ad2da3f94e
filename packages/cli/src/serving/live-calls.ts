import type { CaseDocument } from 'holon'

/** What people who answer cases ask of a server; the client is for those whom decisions concern. */
export interface Calls {
  /** The open cases, the most urgent first; none while the server is away. */
  queue(decision?: string): Promise<readonly CaseDocument[]>
  /** A case that somebody else answers, or that nobody waits for any more, is left alone. */
  answerCase(id: string, value: unknown, by: string): Promise<void>
}

/** Where a system is served. */
export interface Place {
  readonly address: string
  readonly system: string
  readonly key?: string
}

/** Makes the calls to a served system. */
export function callsTo({ address, system, key }: Place): Calls {
  const base = `${address}/api/v1/systems/${system}/queue`
  const headers = {
    'content-type': 'application/json',
    ...(key !== undefined && { authorization: `Bearer ${key}` }),
  }
  const post = (path: string, body: object): Promise<Response | undefined> =>
    fetch(`${base}/${path}`, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => undefined)
  return {
    queue: async (decision) => {
      const response = await fetch(base, { headers }).catch(() => undefined)
      if (response?.ok !== true) return []
      const { cases } = (await response.json()) as { readonly cases: readonly CaseDocument[] }
      return decision === undefined ? cases : cases.filter((one) => one.decision === decision)
    },
    answerCase: async (id, value, by) => {
      const path = encodeURIComponent(id)
      const claimed = await post(`${path}/claim`, { by })
      if (claimed?.ok === true) await post(`${path}/answer`, { value, by })
    },
  }
}
