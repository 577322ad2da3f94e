import { errorOf, serverAway } from './error.ts'
import { authorization } from './key.ts'

/** Where the API is. */
export const api = '/api/v1'

/**
 * Asks the API and answers the JSON it sends.
 *
 * @throws StudioError with the server's `detail`, `code` and `fix`; `server-away` when nothing answers.
 */
export async function request<T>(method: string, address: string, body?: unknown): Promise<T> {
  const response = await reach(method, address, body)
  if (!response.ok) throw await errorOf(response)
  const text = await response.text()
  return (text === '' ? undefined : JSON.parse(text)) as T
}

/**
 * The SQL that the warehouse runs for the document at an address.
 *
 * @throws StudioError as `request`; `not-allowed` where the warehouse knows no SQL.
 */
export async function requestSql(address: string): Promise<string> {
  const response = await reach('GET', `${address}${address.includes('?') ? '&' : '?'}as=sql`, undefined)
  if (!response.ok) throw await errorOf(response)
  return response.text()
}

async function reach(method: string, address: string, body: unknown): Promise<Response> {
  const content = body === undefined ? {} : { 'content-type': 'application/json' }
  try {
    return await fetch(api + address, {
      method,
      headers: { ...authorization(), ...content },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  } catch {
    throw serverAway()
  }
}

/** Tag of an address whose inserted segments are to be escaped. */
export function path(parts: TemplateStringsArray, ...segments: readonly string[]): string {
  return parts.reduce((whole, part, index) => whole + encodeURIComponent(segments[index - 1] ?? '') + part)
}

/** A query string from what is given; empty when nothing is. */
export function query(parameters: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(parameters).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]],
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}
