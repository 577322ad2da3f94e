import { inMilliseconds } from '../../spec/duration.ts'
import { HolonError } from '../../spec/error.ts'
import type { Learner } from '../../system/taught.ts'
import { Dues } from '../dues.ts'
import type { Inside } from '../inside.ts'
import { learn } from './learn.ts'

/** Milliseconds before what is overdue is learned: who opens a system only to look does not teach it. */
const grace = 60_000

/** Policies that learn by themselves, each as often as it is declared to; what fails is tried again after growing waits. */
export function learnByTheClock(inside: Inside): Pick<Dues, 'problems' | 'stop'> {
  const dues = new Dues(inside.ports.clock)
  for (const learner of inside.lessons?.learners ?? []) arm(inside, dues, learner)
  return dues
}

function arm(inside: Inside, dues: Dues, learner: Learner): void {
  const { key, learning } = learner
  if (learning.every === undefined) return
  const every = inMilliseconds(learning.every)
  const { ports, lessons } = inside
  const last = lessons?.document(key)?.at
  const wait = last === undefined ? every : Math.max(grace, last + every - ports.clock.now())
  const work = async (): Promise<void> => {
    await learnIfAny(inside, learner)
    set(every)
  }
  const set = (ms: number): void => dues.set({ key, what: `Learning of "${key}"`, work }, ms)
  set(Math.min(every, wait))
}

/** That there is nothing to learn from yet is nothing wrong. */
async function learnIfAny(inside: Inside, { decision, variant }: Pick<Learner, 'decision' | 'variant'>) {
  try {
    await learn(inside, decision.name, { ...(variant !== undefined && { variant }) })
  } catch (error) {
    if (!(error instanceof HolonError) || error.code !== 'data-invalid') throw error
  }
}
