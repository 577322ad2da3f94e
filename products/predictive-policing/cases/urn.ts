import { momentsOf, seededRandom } from 'holon/stats'
import { z } from 'zod'
import type { CaseRunner } from '../../../tools/case-runner.ts'
import { shareAfter, type Urn } from '../domain/urn.ts'

const Balls = z.tuple([z.number(), z.number()]).readonly()
const Input = z.object({
  prior: Balls,
  update: z.tuple([Balls, Balls]).readonly(),
  draws: z.number().int().positive(),
  policy: z.literal('improvement').optional(),
})

/** Draws over all runs: enough for a mean within a fifth of the tolerance. */
const budget = 100_000_000

/** Generalised Pólya urns, run many times. */
export const runner: CaseRunner = {
  ids: ['feedback/runaway-polya'],
  run(input) {
    const { prior, update, draws, policy } = Input.parse(input)
    const urn: Urn = { prior, update, ...(policy !== undefined && { policy }) }
    const runs = Math.min(40_000, Math.max(200, Math.floor(budget / draws)))
    const random = seededRandom('runaway')
    const shares = Array.from({ length: runs }, () => shareAfter(urn, draws, random))
    const { n, mean, squares } = momentsOf(shares)
    return {
      mean_share: mean,
      variance_share: squares / n,
      limit_share: mean,
      share_above_half_in_every_run: shares.every((share) => share > 0.5),
      true_ratio: update[0][0] / (update[0][0] + update[1][1]),
    }
  },
}
