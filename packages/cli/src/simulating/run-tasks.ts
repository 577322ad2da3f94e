import { availableParallelism } from 'node:os'
import type { SimulationDocument } from 'holon'
import { SimulationProcess } from './process.ts'
import { errorOf, type Says, type Task } from './task.ts'

/** How tasks are run. */
export interface RunOptions {
  /** Processes; default as many as there are processors. The results do not depend on it. */
  readonly workers?: number
  /** Told how far they are together, in days of all the days that were to be. */
  readonly onDay?: (day: number) => void
  /** Ends all of them: rejects with its reason, once nothing is left of them. */
  readonly signal?: AbortSignal
}

/**
 * Runs tasks, several at once, each in one of the processes; their reports in the order of the tasks.
 *
 * @throws HolonError of the first that fails; the others are ended then
 */
export async function runTasks(
  tasks: readonly Task[],
  { workers = availableParallelism(), onDay = () => undefined, signal }: RunOptions = {},
): Promise<readonly SimulationDocument[]> {
  const documents: SimulationDocument[] = []
  const days = tasks.map(() => 0)
  let next = 0
  const processes = Array.from({ length: Math.min(tasks.length, workers) }, () => new SimulationProcess())
  const work = async (process: SimulationProcess): Promise<void> => {
    for (let place = next++; place < tasks.length; place = next++) {
      documents[place] = await runOn(process, tasks[place] as Task, (day) => {
        days[place] = day
        onDay(days.reduce((sum, one) => sum + one, 0))
      })
    }
  }
  const told = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  try {
    await Promise.race([Promise.all(processes.map(work)), told])
    return documents
  } finally {
    await Promise.all(processes.map((process) => process.end()))
  }
}

function runOn(
  process: SimulationProcess,
  task: Task,
  onDay: (day: number) => void,
): Promise<SimulationDocument> {
  return new Promise((resolve, reject) => {
    process.run(task, (said: Says) => {
      if (said.says === 'day') onDay(said.day)
      else if (said.says === 'done') resolve(said.document)
      else if (said.says === 'failed') reject(errorOf(said.failure))
    })
  })
}
