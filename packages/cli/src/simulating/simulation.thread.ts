import { parentPort } from 'node:worker_threads'
import { Rehearsal } from './rehearsal.ts'
import type { Says, Task } from './task.ts'

/** What a thread is asked. One task at a time; the others are about the task at hand. */
export type Ask =
  | { readonly ask: 'run'; readonly task: Task }
  | { readonly ask: 'pause' | 'resume' | 'end' }
  | { readonly ask: 'inject'; readonly scenario: string }

let rehearsal: Rehearsal | undefined
let done = Promise.resolve()
const say = (says: Says): void => parentPort?.postMessage(says)

function answer(asked: Ask): void {
  if (asked.ask === 'run') {
    rehearsal = new Rehearsal(asked.task, say)
    done = rehearsal.run()
  } else if (asked.ask === 'inject') rehearsal?.inject(asked.scenario)
  else rehearsal?.[asked.ask]()
  if (asked.ask === 'end') done.finally(() => parentPort?.close())
}

parentPort?.on('message', answer)
