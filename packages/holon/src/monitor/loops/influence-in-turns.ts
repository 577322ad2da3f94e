import { type Influence, type LaterPair, runningInfluence } from '../../stats/feedback/influence.ts'
import { eachInTurns } from './in-turns.ts'
import type { SeenLog } from './log.ts'

/** `influenceOf`, and others have their turn on the way. */
export async function influenceInTurns(
  pairs: readonly LaterPair[],
  log: Pick<SeenLog, 'rest'>,
): Promise<Influence> {
  // All of a watch or none carry `half`.
  const running = runningInfluence({ halved: pairs[0]?.half !== undefined })
  await eachInTurns(pairs, log, (pair) => running.take(pair))
  return running.result()
}
