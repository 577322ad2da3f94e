import type { LoopStanding } from 'holon'

/** What a person should know of a loop. */
export type Notice = 'found, not declared' | 'found, not watched' | 'found' | 'declared, not watched'

/** What there is to know of a loop at once; undefined when it is declared, watched and was not found. */
export function noticeOf({ declared, watchedBy, status }: LoopStanding): Notice | undefined {
  if (!declared) return 'found, not declared'
  const found = status === 'found'
  if (watchedBy === undefined) return found ? 'found, not watched' : 'declared, not watched'
  return found ? 'found' : undefined
}
