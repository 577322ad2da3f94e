import { parentPort } from 'node:worker_threads'
import { Rehearsal } from './rehearsal.ts'
import type { Ask, Says } from './task.ts'

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
