import { parentPort, workerData } from 'node:worker_threads'
import type { SqliteErrorCode } from './error.ts'
import { explained } from './explain.ts'

/** What a thread is started with: at least the file, which errors name. */
export interface ThreadData {
  readonly file: string
}

/** What a thread can be asked for, by name. `close` ends it. */
export interface Handlers {
  close(): void
  [name: string]: (input: never) => unknown
}

/** A question to the thread, and its answer. An answer without `ask` says that the thread could not start. */
export interface Ask {
  readonly ask: number
  readonly name: string
  readonly input: unknown
}
export type Answer =
  | { readonly ready: true }
  | { readonly ask: number; readonly value: unknown }
  | { readonly ask?: number; readonly failure: Failure }

/** An error on its way between threads. */
export interface Failure {
  readonly code: SqliteErrorCode
  readonly message: string
  readonly fix: string
}

/** Turns the script that calls it into a thread that `Thread` can ask: opens, then answers one question after another. */
export function serve<Data extends ThreadData>(open: (data: Data) => Handlers): void {
  const port = parentPort
  if (port === null) return
  const data = workerData as Data
  const failure = (error: unknown): Failure => {
    const { code, message, fix } = explained(error, data.file)
    return { code, message, fix }
  }
  const send = (answer: Answer, transfer: readonly ArrayBuffer[] = []) => port.postMessage(answer, transfer)
  let handlers: Handlers
  try {
    handlers = open(data)
    send({ ready: true })
  } catch (error) {
    send({ failure: failure(error) })
    return
  }
  port.on('message', ({ ask, name, input }: Ask) => {
    try {
      const value = handlers[name]?.(input as never)
      send({ ask, value }, owned(value))
    } catch (error) {
      send({ ask, failure: failure(error) })
    }
    if (name === 'close') port.close()
  })
}

/** The memory that can move to the other thread instead of being copied: that of bytes which do not share it. */
function owned(value: unknown): ArrayBuffer[] {
  if (!(value instanceof Uint8Array) || !(value.buffer instanceof ArrayBuffer)) return []
  return value.byteLength === value.buffer.byteLength ? [value.buffer] : []
}
