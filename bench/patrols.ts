import { decision, defineSystem, environment, loop, model, person, policy, probability } from 'holon'
import { z } from 'zod'

const risk = model('risk', {
  does: 'says what share of what was found was found in this place, times the number of places, halved',
  features: z.object({ place: z.string() }),
  predicts: probability(),
})

/** Sends somebody with the probability the model says, `random` of the time by a fair coin. */
export const patrolSystem = (random: number) => {
  const patrol = decision('patrol', {
    does: 'sends somebody to look, or not',
    context: z.object({
      place: z.string().meta({ dataClass: 'public' }),
      calls: z.number().meta({ dataClass: 'public' }),
    }),
    example: { place: 'p0', calls: 0 },
    model: risk.from(({ place }: { place: string }) => ({ place })),
    experiences: { stay: { style: 'silent' }, look: { style: 'automate', right: 1 } },
    policy: policy('in proportion', (share: number) => {
      const look = random / 2 + (1 - random) * share
      return { look, stay: 1 - look }
    }),
    fallback: 'stay',
    feedback: { found: { value: z.boolean(), within: '12 hours' } },
    mistakes: [],
  })
  const town = environment('town', { assumed: 'the same number of incidents everywhere' })
  return defineSystem('patrols', {
    purpose: 'to look where something happens',
    people: [person('resident', { wants: 'to be left in peace' })],
    environment: [town],
    decisions: [patrol],
    goals: [],
    loops: [
      loop('looking makes finding', {
        ...{ from: patrol, through: town, to: risk, delay: '1 day', effect: 'reinforcing' },
        ...{ influences: [patrol.prediction], unit: patrol.context.place },
      }),
    ],
  })
}
