const place = 'holon-key'

/** The key of the server, where it wants one. Kept for this tab only. */
export function setKey(key: string): void {
  sessionStorage.setItem(place, key)
}

/** The header that carries the key, if there is one. */
export function authorization(): Readonly<Record<string, string>> {
  const key = sessionStorage.getItem(place)
  return key === null ? {} : { authorization: `Bearer ${key}` }
}
