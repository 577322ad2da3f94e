import type { ClientError, DecideOptions } from '@holon/client'
import { useEffect, useRef, useState } from 'react'

import { useLooseClient } from './client-context.ts'

/** How far a decision is. `retry` asks again; only needed where no fallback was given. */
export type DecisionState<A> =
  | { readonly status: 'loading'; readonly answer?: undefined; readonly error?: undefined; retry(): void }
  | { readonly status: 'answered'; readonly answer: A; readonly error?: undefined; retry(): void }
  | { readonly status: 'failed'; readonly answer?: undefined; readonly error: ClientError; retry(): void }

type Asked = Promise<{ readonly answer: unknown } | { readonly error: ClientError }>

/** See `Hooks.useDecision`. */
export function useDecision(
  decision: string,
  context: unknown,
  options: DecideOptions & { readonly fallback?: string } = {},
): DecisionState<unknown> {
  const client = useLooseClient(true)
  const [attempt, setAttempt] = useState(0)
  const [settled, setSettled] = useState<{ readonly question: string } & Awaited<Asked>>()
  // Asked once for every content, however often React renders or mounts: a decision leaves a record.
  const asked = useRef<{ readonly question: string; readonly client: unknown; readonly result: Asked }>(
    undefined,
  )
  const question = context === undefined ? undefined : JSON.stringify([decision, context, options, attempt])

  useEffect(() => {
    if (question === undefined) return
    let isCurrent = true
    if (asked.current?.question !== question || asked.current.client !== client) {
      const [name, about, circumstances] = JSON.parse(question)
      const result = client.decide(name, about, circumstances).then(
        (answer) => ({ answer }),
        (error: ClientError) => ({ error }),
      )
      asked.current = { question, client, result }
    }
    asked.current.result.then((result) => isCurrent && setSettled({ question, ...result }))
    return () => {
      isCurrent = false
    }
  }, [client, question])

  const retry = () => setAttempt(attempt + 1)
  if (settled === undefined || settled.question !== question) return { status: 'loading', retry }
  return 'error' in settled
    ? { status: 'failed', error: settled.error, retry }
    : { status: 'answered', answer: settled.answer, retry }
}
