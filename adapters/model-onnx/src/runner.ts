import { InferenceSession, Tensor } from 'onnxruntime-node'

/** A tensor that crosses from thread to thread. */
export interface Feed {
  readonly name: string
  readonly type: 'float32' | 'float64' | 'int32' | 'int64' | 'bool' | 'string'
  readonly data: Float32Array | Float64Array | Int32Array | BigInt64Array | Uint8Array | readonly string[]
  readonly shape: readonly number[]
}

/** Runs one graph in this thread. Importing this file loads onnxruntime. */
export interface Runner {
  run(feeds: readonly Feed[], output: string): Promise<number[] | string[]>
  close(): Promise<void>
}

/** Opens a graph for running one row at a time on so many threads. */
export async function openRunner(bytes: Uint8Array, threads: number): Promise<Runner> {
  const session = await InferenceSession.create(bytes, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
    // Threads that wait by spinning would take the processor from whoever else answers people.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  })
  return {
    async run(feeds, output) {
      const tensors = feeds.map(({ name, type, data, shape }) => [
        name,
        new Tensor(type, data as never, shape),
      ])
      const results = await session.run(Object.fromEntries(tensors), [output])
      return Array.from(results[output]?.data as Iterable<never>, (value) =>
        typeof value === 'string' ? value : Number(value),
      ) as number[] | string[]
    },
    close: () => session.release(),
  }
}
