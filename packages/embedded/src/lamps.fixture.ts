import { decision, defineSystem, goal, type Model, model, person, probability, rate, thresholds } from 'holon'
import { z } from 'zod'

const scorer = model('scorer', {
  does: 'scores',
  features: z.object({ x: z.number() }),
  predicts: probability(),
})

const lamp = decision('lamp', {
  does: 'lights',
  context: z.object({ x: z.number().meta({ dataClass: 'public' }), who: z.string().optional() }),
  example: { x: 1 },
  model: scorer.from(({ x }: { x: number }) => ({ x })),
  experiences: { off: { style: 'silent' }, on: { style: 'annotate' } },
  policy: thresholds({ on: 0.5 }, { otherwise: 'off' }),
  fallback: 'off',
  feedback: { useful: { value: z.boolean() } },
  mistakes: [],
})

/** A small system for tests of this package. */
export const lamps = defineSystem('lamps', {
  purpose: 'light',
  people: [person('owner', { wants: 'light' })],
  decisions: [lamp],
  goals: [
    goal('useful', {
      layer: 'user',
      why: 'light should help',
      measure: rate(lamp.feedback.useful.is(true)),
      atLeast: 0.5,
    }),
  ],
})

/** Says x. */
export const scoring: Model = {
  version: { name: 'scorer', version: '1', kind: 'function' },
  predict: ({ x }) => Number(x),
}
