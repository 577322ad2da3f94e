import { z } from 'zod'
import { thresholds } from '../decide/policies/thresholds.ts'
import type { Model } from '../spec/model.ts'
import { decision } from '../system/decision.ts'
import { allow, replace } from '../system/guardrail.ts'
import { model } from '../system/model.ts'
import { person } from '../system/person.ts'
import { probability } from '../system/prediction.ts'
import { defineSystem } from '../system/system.ts'

/** A small system that asks, and asks others where nobody answers, for tests of what follows a decision. */
const Context = z.object({
  stillness: z.number().min(0).max(1),
  place: z.enum(['home', 'street']).meta({ dataClass: 'public' }),
  /** Makes a guardrail take the place of the second step. */
  asleep: z.boolean().optional().meta({ dataClass: 'public' }),
})

const sense = model('sense', {
  does: 'says how likely somebody fell',
  features: z.object({ stillness: z.number() }),
  predicts: probability(),
})

const carer = person('carer', { wants: 'to know when help is needed' })
const expert = person('expert', { wants: 'to see what went wrong' })

export const fall = decision('fall', {
  does: 'asks whether somebody fell, and calls for help',
  context: Context,
  example: { stillness: 0.9, place: 'home' },
  model: sense.from(({ stillness }: z.output<typeof Context>) => ({ stillness })),
  experiences: {
    nothing: { style: 'silent' },
    ask: { style: 'prompt', forcefulness: 0.6 },
    call: {
      style: 'automate',
      forcefulness: 0.8,
      handsOver: { to: carer, within: '10 minutes', answer: 'helped', asks: 'Were you there?' },
    },
    emergency: { style: 'automate', forcefulness: 1 },
  },
  policy: thresholds({ ask: 0.5, emergency: 0.99 }, { otherwise: 'nothing' }),
  guardrails: [
    {
      name: 'quiet night',
      promise: 'nobody is called while the wearer is known to sleep',
      check: ({ context, action }) =>
        context.asleep === true && action.experience === 'call'
          ? replace('ask', 'the wearer sleeps')
          : allow(),
    },
  ],
  ladder: {
    steps: [
      { experience: 'ask', wait: '30 seconds' },
      { experience: 'call', wait: '2 minutes' },
      { experience: 'emergency' },
    ],
    endedBy: ['fine', 'helped', 'told'],
    hurriedBy: ['needsHelp'],
  },
  fallback: 'nothing',
  feedback: {
    fine: { value: z.boolean() },
    helped: { value: z.enum(['yes', 'no']) },
    told: { value: z.string() },
    needsHelp: { value: z.boolean() },
    seen: { value: z.boolean() },
    wrong: {
      value: z.union([z.literal(false), z.string()]),
      handsOver: { to: expert, within: '1 day', answer: 'reviewed', asks: 'Was it right to ask?' },
    },
    reviewed: { value: z.enum(['right', 'wrong']) },
  },
  mistakes: [],
  variants: {
    worded: {
      does: 'says whom it calls',
      experiences: { ask: { text: () => 'Did you fall?' }, call: { text: () => 'I call your carer.' } },
    },
  },
})

export const watch = defineSystem('watch', {
  purpose: 'help after a fall',
  people: [carer, expert],
  decisions: [fall],
  goals: [],
})

/** The stillness itself is the probability. */
export const sensing: Model = {
  version: { name: 'sense', version: '1', kind: 'function' },
  predict: (features) => features.stillness as number,
}

export const fallen = { stillness: 0.9, place: 'home' } as const
