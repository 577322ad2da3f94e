import type { CatchUpProgress, DecisionLog, Warehouse } from '../spec/ports.ts'

/** Entries a step: enough that a commit of the warehouse costs little, few enough that memory stays small. */
const step = 4000

/**
 * Projects what is in a log at the call and not in a warehouse yet, step by step. Stops after a step when `signal` aborts.
 *
 * @throws HolonError of the log or the warehouse; what was projected before stays.
 * @example
 * ```ts
 * import { memoryLog, memoryWarehouse } from 'holon/memory'
 * const warehouse = memoryWarehouse()
 * await projectLog(memoryLog(), warehouse, () => {}, new AbortController().signal)
 * await warehouse.position() // 0
 * ```
 */
export async function projectLog(
  log: Pick<DecisionLog, 'read' | 'size'>,
  warehouse: Pick<Warehouse, 'project' | 'position'>,
  progress: CatchUpProgress,
  signal: AbortSignal,
): Promise<void> {
  const { last } = await log.size()
  let position = await warehouse.position()
  progress(position, last)
  while (position < last && !signal.aborted) {
    const entries = await log.read(position, step)
    const end = entries.at(-1)
    if (end === undefined) return
    await warehouse.project(entries)
    position = end.position
    progress(position, last)
  }
}
