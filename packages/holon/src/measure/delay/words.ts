import type { Waiting } from '../../spec/waiting.ts'

/** That decisions wait, as the end of a sentence about those that count. */
export const sayWaiting = ({ n, within }: Waiting): string =>
  `${decisions(n)} of the last ${period(within)} ${n === 1 ? 'does' : 'do'} not count yet`

/** That nothing counts yet, and when something will. */
export const sayFirst = ({ n, within, next }: Waiting): string =>
  `nothing can be said before ${when(next)}: ${n === 1 ? 'the only decision waits' : `all ${decisions(n)} wait`} for what may come within ${within}`

const decisions = (n: number): string => (n === 1 ? '1 decision' : `${n} decisions`)

/** A day of one day. */
const period = (within: string): string => within.replace(/^1 /, '')

const when = (time: number): string => `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`
