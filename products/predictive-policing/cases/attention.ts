import { HolonError } from 'holon'
import { z } from 'zod'
import type { CaseRunner } from '../../../tools/case-runner.ts'
import { allocateGreedily, countsAfter, ratesAfter } from '../domain/attention.ts'

const Numbers = z.array(z.number())
const Allocating = z.object({ units: z.number().int(), beliefs: Numbers })
const Changing = z.object({ rates: Numbers, dynamic_rate: z.number(), action: Numbers })
const Observing = z.object({ counts: Numbers, observed: Numbers, decay: z.number() })

/** The attention-allocation environment and its agents, step by step. */
export const runner: CaseRunner = {
  ids: ['feedback/fairness-gym-attention'],
  run(input) {
    const allocating = Allocating.safeParse(input)
    if (allocating.success)
      return { allocation: allocateGreedily(allocating.data.units, allocating.data.beliefs) }
    const changing = Changing.safeParse(input)
    if (changing.success) {
      const { rates, action, dynamic_rate: change } = changing.data
      return { rates: ratesAfter(rates, action, change) }
    }
    const observing = Observing.safeParse(input)
    if (observing.success) {
      const { counts, observed, decay } = observing.data
      return { counts: countsAfter(counts, observed, decay) }
    }
    throw new HolonError(
      'input-invalid',
      'This is no step of attention allocation.',
      'Give beliefs and units, rates and an action, or counts and what was observed.',
    )
  },
}
