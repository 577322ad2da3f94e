import { setTimeout as wait } from 'node:timers/promises'
import { endWithParent } from '@holon/embedded'
import { Rehearsal } from './rehearsal.ts'
import { patience, type Says, type Task } from './task.ts'

/** What a process is asked. One task at a time; the others are about the task at hand. */
export type Ask =
  | { readonly ask: 'run'; readonly task: Task }
  | { readonly ask: 'pause' | 'resume' | 'end' }
  | { readonly ask: 'inject'; readonly scenario: string }

let rehearsal: Rehearsal | undefined
let done = Promise.resolve()
/** Nobody is there to be told that nobody hears. */
const say = (says: Says): void => void process.send?.(says, undefined, undefined, () => undefined)

function answer(asked: Ask): void {
  if (asked.ask === 'run') {
    rehearsal = new Rehearsal(asked.task, say)
    done = rehearsal.run()
  } else if (asked.ask === 'inject') rehearsal?.inject(asked.scenario)
  else rehearsal?.[asked.ask]()
  if (asked.ask === 'end') done.finally(() => process.disconnect())
}

process.on('message', answer)
endWithParent(async () => {
  rehearsal?.end()
  await Promise.race([done, wait(patience)])
})
