import { z } from 'zod'
import { policy } from '../decide/policies/custom.ts'
import { virtualClock } from '../memory/clock.ts'
import type { LoopOptions, LoopsDocument } from '../spec/loops.ts'
import { seededRandom } from '../stats/random/seeded.ts'
import { decision } from '../system/decision.ts'
import { model } from '../system/model.ts'
import { person } from '../system/person.ts'
import { probability } from '../system/prediction.ts'
import { environment, type LoopPart, loop } from '../system/surroundings.ts'
import { defineSystem } from '../system/system.ts'
import { open } from './open.ts'

const day = 86_400_000
export const morning = Date.UTC(2025, 0, 1, 8)

const risk = model('risk', {
  does: 'says how much was found in a place',
  features: z.object({ place: z.string() }),
  predicts: probability(),
})

const patrolWith = (random: number) =>
  decision('patrol', {
    does: 'sends somebody to look, or not',
    context: z.object({
      place: z.string().meta({ dataClass: 'public' }),
      calls: z.number().meta({ dataClass: 'public' }),
      secret: z.number().optional(),
    }),
    example: { place: 'p0', calls: 0 },
    model: risk.from(({ place }: { place: string }) => ({ place })),
    experiences: { stay: { style: 'silent' }, look: { style: 'automate', right: 1 } },
    policy: policy('in proportion', (share: number) => {
      const look = random === 0 ? Number(share >= 0.5) : random / 2 + (1 - random) * share
      return { look, stay: 1 - look }
    }),
    fallback: 'stay',
    feedback: { found: { value: z.boolean(), within: '12 hours' }, note: { value: z.string() } },
    mistakes: [],
  })

export const patrol = patrolWith(0.1)
export const town = environment('town', { assumed: 'as much happens everywhere' })

/** What the model learns from, what is declared, and how much is left to a coin. */
export interface TownOptions {
  readonly learns: 'found' | 'reported'
  readonly seed?: number
  readonly days?: number
  readonly random?: number
  readonly declare?: (from: typeof patrol) => readonly LoopPart[]
  readonly ask?: LoopOptions
}

/** The loop that a town has whose model learns from what was found. */
export const lookingMakesFinding = (from: typeof patrol): readonly LoopPart[] => [
  loop('looking makes finding', {
    ...{ from, through: town, to: risk, delay: '1 day', effect: 'reinforcing' },
    ...{ influences: [from.prediction], unit: from.context.place, brokenBy: 'reports of residents' },
  }),
]

/** Loops of a town of eight places, in each of which something happens on three days in ten, looked at every morning. */
export async function loopsOfTown(options: TownOptions): Promise<LoopsDocument> {
  const { learns, seed = 1, days = 40, random = 0.1, declare = () => [], ask } = options
  const chance = seededRandom(seed)
  const counts = new Array<number>(8).fill(3)
  const clock = virtualClock(morning)
  const shareOf = (place: number) => {
    const all = counts.reduce((sum, one) => sum + one, 0)
    return Math.min(1, ((counts[place] ?? 0) * counts.length) / all / 2)
  }
  const from = patrolWith(random)
  const holon = await open(
    defineSystem('patrols', {
      purpose: 'to look where something happens',
      people: [person('resident', { wants: 'to be left in peace' })],
      environment: [town],
      decisions: [from],
      goals: [],
      loops: declare(from),
    }),
    {
      ...{ clock, random: chance.fork('draws') },
      models: {
        risk: {
          version: { name: 'risk', version: '1', kind: 'function' },
          predict: ({ place }) => shareOf(Number(String(place).slice(1))),
        },
      },
    },
  )
  for (let today = 0; today < days; today += 1) {
    const seen: number[] = []
    for (let place = 0; place < counts.length; place += 1) {
      const happened = chance.next() < 0.3
      const { id, experience } = await holon.decide('patrol', { place: `p${place}`, calls: today % 3 })
      if (experience === 'look') await holon.feedback(id, 'found', happened)
      if (happened && (learns === 'reported' || experience === 'look')) seen.push(place)
    }
    for (const place of seen) counts[place] = (counts[place] ?? 0) + 1
    clock.advance(day)
  }
  const report = await holon.loops(ask)
  await holon.close()
  return report
}
