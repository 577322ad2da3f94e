import type { ServerResponse } from 'node:http'

import type { StreamEvent } from 'holon'

/** Bytes that may wait for one reader; beyond them it misses messages. */
const waitingLimit = 256 * 1024
/** Milliseconds between two signs of life, so that neither proxies nor readers give up. */
const heartbeat = 15_000
/** Heartbeats after which a reader that takes nothing is taken for gone. */
const patience = 4
/** Milliseconds after which a browser connects again. */
const retry = 1_000

interface Reader {
  readonly response: ServerResponse
  /** Events it lost since it last kept up. */
  missed: number
  /** Heartbeats since it last kept up. */
  stalled: number
}

/**
 * Sends the events of one system to many readers. An event is made text once; a reader that does not keep up loses
 * events instead of filling memory, and is told how many with `event: dropped`.
 */
export class Broadcast {
  readonly #subscribe: (listener: (event: StreamEvent) => void) => () => void
  readonly #readers = new Set<Reader>()
  #stop: (() => void) | undefined

  constructor(subscribe: (listener: (event: StreamEvent) => void) => () => void) {
    this.#subscribe = subscribe
  }

  get readers(): number {
    return this.#readers.size
  }

  /** Adds a reader whose head was written already, until its connection closes. */
  add(response: ServerResponse): void {
    const reader: Reader = { response, missed: 0, stalled: 0 }
    response.on('drain', () => confess(reader))
    response.on('close', () => this.#remove(reader))
    response.on('error', () => response.destroy())
    response.write(`retry: ${retry}\n\n`)
    this.#readers.add(reader)
    this.#stop ??= this.#start()
  }

  /** Ends all streams in good order. */
  end(): void {
    for (const { response } of this.#readers) response.end()
  }

  #start(): () => void {
    const unsubscribe = this.#subscribe((event) => this.#send(event))
    const timer = setInterval(() => this.#beat(), heartbeat).unref()
    return () => {
      unsubscribe()
      clearInterval(timer)
    }
  }

  #remove(reader: Reader): void {
    this.#readers.delete(reader)
    if (this.#readers.size > 0) return
    this.#stop?.()
    this.#stop = undefined
  }

  #send(event: StreamEvent): void {
    let text: string | undefined
    for (const reader of this.#readers) {
      if (keepsUp(reader)) {
        text ??= message(event.type, event.data)
        reader.response.write(text)
      } else reader.missed++
    }
  }

  #beat(): void {
    for (const reader of this.#readers) {
      if (keepsUp(reader)) reader.response.write(':\n\n')
      else if (++reader.stalled > patience) reader.response.destroy()
    }
  }
}

/** Once it has lost an event, a reader gets no more until all that waits was taken: what it gets is whole stretches. */
function keepsUp({ response, missed }: Reader): boolean {
  return missed === 0 && response.writableLength < waitingLimit
}

function confess(reader: Reader): void {
  if (reader.missed === 0) return
  const count = reader.missed
  reader.missed = 0
  reader.stalled = 0
  reader.response.write(message('dropped', { count }))
}

function message(type: string, data: unknown): string {
  return `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`
}
