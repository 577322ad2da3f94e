import { type RefCallback, useEffect, useState } from 'react'

import { type LooseClient, useLooseClient } from './client-context.ts'
import { watchSeen } from './seen.ts'

/** Of an answer, what says for which decision something comes back; null: for none. */
export interface Answered {
  readonly id: string | null
}

const told = new WeakMap<LooseClient, Set<string>>()

/**
 * Tells the server that the experience of an answer was really seen, once for each decision: half of the element for a
 * second (see `watchSeen`). Returns the ref of the element that shows the experience. Components of this package that
 * take an `answer` do this by themselves.
 *
 * @example
 * ```tsx
 * const seen = useExposure(answer)
 * return <p ref={seen}>{answer.text}</p>
 * ```
 */
export function useExposure(answer: Answered | undefined): RefCallback<Element> {
  const id = answer?.id ?? undefined
  const client = useLooseClient(id !== undefined)
  const [element, setElement] = useState<Element | null>(null)
  useEffect(() => {
    if (id === undefined || element === null) return
    const ids = toldBy(client)
    if (ids.has(id)) return
    return watchSeen(element, () => {
      if (ids.has(id)) return
      ids.add(id)
      client.exposure(id)
    })
  }, [client, id, element])
  return setElement
}

function toldBy(client: LooseClient): Set<string> {
  const ids = told.get(client) ?? new Set()
  told.set(client, ids)
  return ids
}
