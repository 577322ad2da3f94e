import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Features } from 'holon'
import { answer } from './answer.ts'
import { feedingOf } from './feeds.ts'
import { invalid } from './invalid.ts'
import type { Graph, Port } from './parse.ts'
import type { Feed } from './runner.ts'
import type { ThreadStart } from './session.thread.ts'
import { refused, ThreadedRunner } from './threaded.ts'
import { withoutZipMap } from './zipmap.ts'

/** A graph that onnxruntime runs. */
export interface Session {
  readonly features: readonly string[]
  /** Where it runs: in the caller's thread when that is short, else in one of its own. */
  readonly thread: 'own' | 'caller'
  predict(features: Features, signal?: AbortSignal): Promise<unknown>
  close(): Promise<void>
}

type Run = (feeds: readonly Feed[], signal?: AbortSignal) => Promise<number[] | string[]>

/** A run of up to so many milliseconds may hold the caller's thread. */
const shortRun = 1

/** A file of up to so many bytes may be opened in the caller's thread. */
const smallFile = 2 ** 20

/**
 * Opens a graph with onnxruntime. It is opened and tried in a thread of its own first, so that nothing long ever happens
 * in the caller's; when the run was short and the file is small it is opened again there, which saves every call the way to
 * the other thread.
 *
 * @throws HolonError `model-invalid` when onnxruntime cannot open it, `model-mismatch` when features have no names
 */
export async function openSession(
  given: Graph,
  givenBytes: Uint8Array,
  names: readonly string[] | undefined,
  typical: Features | undefined,
): Promise<Session> {
  const { graph, bytes, labels } = withoutZipMap(given, givenBytes)
  const feeding = feedingOf(graph, names)
  const { name: output, type } = outputOf(graph)
  const unnamed = labels === undefined && isDistribution(graph, output)
  const worker = new ThreadedRunner((busy) => startThread(bytes, busy))
  try {
    await worker.opened()
    const feeds = feeding.feeds(typical ?? blank(graph, feeding.names))
    const long = bytes.byteLength > smallFile || (await trial(worker, feeds, output)) > shortRun
    if (!long) await worker.close()
    const { run, close } = long ? runThere(worker, output) : await runHere(bytes, output)
    return {
      features: feeding.names,
      thread: long ? 'own' : 'caller',
      async predict(features, signal) {
        const outputs = await run(feeding.feeds(features), signal)
        if (type !== 'float32' && type !== 'float64') return outputs[0]
        return answer(unnamed ? outputs.map((_, i) => String(i)) : labels, outputs as number[])
      },
      close,
    }
  } catch (error) {
    await worker.close()
    throw error
  }
}

/** The first output of floats, which holds what a classifier says of every class; without one, the first tensor. */
function outputOf(graph: Graph): Port {
  const floats = graph.outputs.find(({ type }) => type === 'float32' || type === 'float64')
  const output = floats ?? graph.outputs.find(({ type }) => type !== 'other')
  if (output === undefined) throw invalid('the graph has no output that is a tensor of numbers or texts')
  return output
}

/** Whether an output holds the probabilities of classes that the graph does not name. */
function isDistribution(graph: Graph, output: string): boolean {
  const giver = graph.nodes.find(({ outputs }) => outputs.includes(output))
  return giver?.op === 'Softmax' || /^probabilit/i.test(output)
}

function startThread(bytes: Uint8Array, busy: Int32Array): Worker {
  const file = import.meta.url.endsWith('.ts') ? './session.thread.ts' : './session.thread.js'
  const start: ThreadStart = { bytes, threads: Math.max(1, availableParallelism() - 1), busy }
  return new Worker(new URL(file, import.meta.url), { workerData: start })
}

/**
 * Milliseconds of the shortest of a few runs: what it takes when nobody else is at work. A row made up for the trial may
 * be refused; the model then keeps its own thread.
 */
async function trial(worker: ThreadedRunner, feeds: readonly Feed[], output: string): Promise<number> {
  let shortest = Number.POSITIVE_INFINITY
  try {
    for (let i = 0; i < 5 && (i < 2 || shortest < 10 * shortRun); i++) {
      shortest = Math.min(shortest, (await worker.run({ feeds, output })).milliseconds)
    }
  } catch {
    return Number.POSITIVE_INFINITY
  }
  return shortest
}

/** Zeros and empty texts. */
function blank(graph: Graph, names: readonly string[]): Features {
  const text = (index: number) => (graph.inputs[index] ?? graph.inputs[0])?.type === 'string'
  return Object.fromEntries(names.map((name, index) => [name, text(index) ? '' : 0]))
}

function runThere(worker: ThreadedRunner, output: string): { run: Run; close(): Promise<void> } {
  return {
    run: async (feeds, signal) => (await worker.run({ feeds, output }, signal)).outputs,
    close: () => worker.close(),
  }
}

async function runHere(bytes: Uint8Array, output: string): Promise<{ run: Run; close(): Promise<void> }> {
  const { openRunner } = await import('./runner.ts')
  const runner = await openRunner(bytes, 1)
  const run: Run = async (feeds, signal) => {
    signal?.throwIfAborted()
    const outputs = await runner.run(feeds, output).catch((error: Error) => {
      throw refused(error.message)
    })
    signal?.throwIfAborted()
    return outputs
  }
  return { run, close: () => runner.close() }
}
