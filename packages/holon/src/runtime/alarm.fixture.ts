import { z } from 'zod'
import { expectedUtility } from '../decide/policies/expected-utility.ts'
import { rate } from '../measure/build.ts'
import type { Model } from '../spec/model.ts'
import { decision } from '../system/decision.ts'
import { goal } from '../system/goal.ts'
import { allow, clamp, replace } from '../system/guardrail.ts'
import { model } from '../system/model.ts'
import { person } from '../system/person.ts'
import { probability } from '../system/prediction.ts'
import { defineSystem } from '../system/system.ts'

/** A small system with one of everything, for tests of the kernel. */
const Context = z.object({
  risk: z.number(),
  area: z.enum(['north', 'south']).meta({ dataClass: 'public' }),
  note: z.string().optional(),
})

const scorer = model('scorer', {
  does: 'scores',
  features: z.object({ risk: z.number().meta({ title: 'Risk' }) }),
  predicts: probability(),
  deadline: '20 milliseconds',
})

export const alarm = decision('alarm', {
  does: 'warns',
  context: Context,
  example: { risk: 0.4, area: 'north' },
  model: scorer.from(({ risk }: z.output<typeof Context>) => {
    if (risk === 13) throw new TypeError('thirteen')
    return { risk }
  }),
  experiences: {
    nothing: { style: 'silent' },
    note: { style: 'annotate', forcefulness: 0.2, right: 2, wrong: -1 },
    siren: {
      style: 'prompt',
      forcefulness: 0.9,
      right: 6,
      wrong: -6,
      parameters: z.object({ seconds: z.number().min(0) }),
      fill: ({ prediction, context }) => ({
        seconds: context.risk === 7 ? -1 : Math.round((prediction ?? 0) * 100),
      }),
      text: ({ parameters }) => `${parameters.seconds} seconds`,
    },
  },
  policy: expectedUtility({ explore: 0.3 }),
  guardrails: [
    {
      name: 'quiet south',
      promise: 'no siren in the south',
      check: ({ context, action }) =>
        context.area === 'south' && action.experience === 'siren'
          ? replace('note', 'the south is quiet')
          : allow(),
    },
    {
      name: 'short siren',
      promise: 'at most 60 seconds',
      check: ({ action }) =>
        action.experience === 'siren' && action.parameters.seconds > 60
          ? clamp({ seconds: 60 }, 'too long')
          : allow(),
    },
  ],
  fallback: 'nothing',
  feedback: {
    useful: { value: z.boolean() },
    comment: { value: z.string() },
    happened: { value: z.boolean(), within: '1 day', otherwise: false },
  },
  mistakes: [
    {
      name: 'false alarm',
      harms: 'neighbour',
      harm: 'sleep',
      cost: 1,
      noticedBy: ['useful'],
      limitedBy: ['short siren'],
      owner: 'team',
    },
  ],
})

const usefulness = goal('useful', {
  layer: 'user',
  why: 'it should help',
  unit: '%',
  measure: rate(alarm.feedback.useful.is(true)),
  atLeast: 0.5,
})

export const alarmSystem = defineSystem('alarms', {
  purpose: 'warn',
  people: [person('neighbour', { wants: 'to sleep' })],
  decisions: [alarm],
  goals: [usefulness],
})

/** A model that says what the test wants. */
export const saying = (answer: (risk: number, signal?: AbortSignal) => unknown): Model => ({
  version: { name: 'scorer', version: '1', kind: 'function' },
  calibration: { method: 'isotonic', x: [0, 1], y: [0, 1] },
  predict: (features) => answer(features.risk as number),
})
