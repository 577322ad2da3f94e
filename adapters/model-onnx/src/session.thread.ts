import { parentPort, workerData } from 'node:worker_threads'
import { type Feed, openRunner } from './runner.ts'

/** What a worker is started with. */
export interface WorkerStart {
  readonly bytes: Uint8Array
  readonly threads: number
}

/** What a worker is asked. */
export interface WorkerAsk {
  readonly feeds: readonly Feed[]
  readonly output: string
}

/** What a worker answers: that it is ready, or the outputs of what it was asked and how long the run took, or why not. */
export type WorkerAnswer =
  | { readonly ready: true; readonly milliseconds: number }
  | { readonly outputs: number[] | string[]; readonly milliseconds: number }
  | { readonly problem: string }

async function serve({ bytes, threads }: WorkerStart): Promise<void> {
  const opened = performance.now()
  const runner = await openRunner(bytes, threads)
  tell({ ready: true, milliseconds: performance.now() - opened })
  parentPort?.on('message', async ({ feeds, output }: WorkerAsk) => {
    const started = performance.now()
    try {
      const outputs = await runner.run(feeds, output)
      tell({ outputs, milliseconds: performance.now() - started })
    } catch (error) {
      tell({ problem: problemOf(error) })
    }
  })
}

function tell(answer: WorkerAnswer): void {
  parentPort?.postMessage(answer)
}

function problemOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

serve(workerData).catch((error: unknown) => tell({ problem: problemOf(error) }))
