import {
  bandit,
  decision,
  defineSystem,
  fairness,
  goal,
  loop,
  type Model,
  model,
  person,
  probability,
  rate,
  squareCB,
  thresholds,
} from 'holon'
import { z } from 'zod'

const eye = model('eye', {
  does: 'sees dusk',
  features: z.object({ dusk: z.number() }),
  predicts: probability(),
})

const dweller = person('dweller', { wants: 'to see' })

const careful = thresholds({ lit: 0.5 }, { otherwise: 'dark' })

const light = decision('light', {
  does: 'lights a room',
  context: z.object({ dusk: z.number(), room: z.enum(['hall', 'attic']).meta({ dataClass: 'public' }) }),
  example: { dusk: 0.5, room: 'hall' },
  model: eye.from(({ dusk }: { dusk: number }) => ({ dusk })),
  experiences: { dark: { style: 'silent' }, lit: { style: 'annotate' } },
  policy: careful,
  fallback: 'dark',
  feedback: { useful: { value: z.boolean().meta({ dataClass: 'public' }) } },
  mistakes: [],
  variants: {
    learning: {
      does: 'learns where light is wanted',
      policy: bandit({ explore: squareCB(), reward: 'useful', until: careful }),
    },
  },
})

/** A small system with a loop and a fairness declaration. */
export const lamps = defineSystem('lamps', {
  purpose: 'light where it is dark',
  people: [dweller],
  decisions: [light],
  goals: [
    goal('useful light', {
      layer: 'user',
      why: 'light should help',
      measure: rate(light.feedback.useful.is(true)),
      atLeast: 0.5,
    }),
  ],
  loops: [
    loop('where there is light people come', {
      from: light,
      through: dweller,
      to: eye,
      delay: '1 day',
      effect: 'reinforcing',
    }),
  ],
  fairness: [
    fairness('light by room', {
      why: 'no room should stay dark',
      groups: { room: light.context.room },
      benefit: light.experience.is('lit'),
    }),
  ],
})

const seeing: Model = {
  version: { name: 'eye', version: '1', kind: 'function' },
  predict: ({ dusk }) => Number(dusk),
}

/** Its models: how dark it is is how likely light is wanted. */
export const models = { eye: seeing }
