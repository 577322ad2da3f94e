import { EventParser } from './event-parser.ts'
import { authorization } from './key.ts'
import { api } from './request.ts'

/** Who listens to a stream of events. */
export interface StreamListener {
  opened(): void
  message(type: string, data: string): void
  /** The stream ended or could not be had. Nothing more comes. */
  lost(): void
}

/** Follows a stream of events until the returned function is called. An EventSource would, but it cannot carry a key. */
export function followStream(address: string, listener: StreamListener): () => void {
  const abort = new AbortController()
  void read(address, listener, abort.signal).finally(() => {
    if (!abort.signal.aborted) listener.lost()
  })
  return () => abort.abort()
}

async function read(address: string, listener: StreamListener, signal: AbortSignal): Promise<void> {
  try {
    const headers = { accept: 'text/event-stream', ...authorization() }
    const response = await fetch(api + address, { headers, signal, cache: 'no-store' })
    if (!response.ok || response.body === null) return
    listener.opened()
    const parser = new EventParser(listener.message)
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      parser.push(value)
    }
  } catch {
    // A broken connection is an ordinary end of the stream: the listener is told and connects again.
  }
}
