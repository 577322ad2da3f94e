import type { LoopStanding } from 'holon'

/** What a person should know of a loop. */
export type Notice = 'found, not declared' | 'found' | 'declared, not watched'

/** What there is to know of a loop at once; undefined when it is declared, watched and was not found. */
export function noticeOf({ declared, watchedBy, status }: LoopStanding): Notice | undefined {
  if (!declared) return 'found, not declared'
  if (status === 'found') return 'found'
  return watchedBy === undefined ? 'declared, not watched' : undefined
}
