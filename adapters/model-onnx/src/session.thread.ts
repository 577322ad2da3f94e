import { parentPort, workerData } from 'node:worker_threads'
import { type Feed, openRunner } from './runner.ts'

/** What a thread is started with. */
export interface ThreadStart {
  readonly bytes: Uint8Array
  readonly threads: number
  /** One number of shared memory: 1 while the thread is at work, 0 once it is not. */
  readonly busy: Int32Array
}

/** What a thread is asked. */
export interface ThreadAsk {
  readonly feeds: readonly Feed[]
  readonly output: string
}

/** What a thread answers: that it is ready, or the outputs it was asked for and how long that took, or why there are none. */
export type ThreadAnswer =
  | { readonly ready: true }
  | { readonly outputs: number[] | string[]; readonly milliseconds: number }
  | { readonly problem: string }

const { bytes, threads, busy }: ThreadStart = workerData

async function serve(): Promise<void> {
  const runner = await openRunner(bytes, threads)
  parentPort?.on('message', async ({ feeds, output }: ThreadAsk) => {
    const started = performance.now()
    try {
      const outputs = await runner.run(feeds, output)
      tell({ outputs, milliseconds: performance.now() - started })
    } catch (error) {
      tell({ problem: problemOf(error) })
    }
  })
  tell({ ready: true })
}

function tell(answer: ThreadAnswer): void {
  Atomics.store(busy, 0, 0)
  Atomics.notify(busy, 0)
  parentPort?.postMessage(answer)
}

function problemOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

serve().catch((error: unknown) => tell({ problem: problemOf(error) }))
