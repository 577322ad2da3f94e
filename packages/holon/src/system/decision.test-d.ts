import { z } from 'zod'
import {
  decision,
  defineSystem,
  expectedUtility,
  type Holon,
  model,
  probability,
  replace,
  thresholds,
} from '../index.ts'

const Filed = z.object({
  wages: z.number(),
  status: z.enum(['single', 'joint']).meta({ dataClass: 'public' }),
  note: z.string().optional(),
})
const Features = z.object({ income: z.number(), joint: z.boolean() })
const Level = z.object({ level: z.enum(['low', 'high']), percent: z.number() })

const risk = model('risk', { does: 'estimates risk', features: Features, predicts: probability() })

const features = (filed: z.output<typeof Filed>): z.output<typeof Features> => ({
  income: filed.wages,
  joint: filed.status === 'joint',
})

const meter = decision('meter', {
  does: 'shows a meter',
  context: Filed,
  example: { wages: 1, status: 'single' },
  model: risk.from(features),
  experiences: {
    nothing: { style: 'silent' },
    meter: {
      style: 'annotate',
      right: 1,
      wrong: -2,
      chance: ({ prediction }) => Math.max(prediction, 1 - prediction),
      parameters: Level,
      fill: ({ prediction, context }) => ({
        level: (prediction ?? 0) > 0.5 && context.wages > 0 ? 'high' : 'low',
        percent: (prediction ?? 0) * 100,
      }),
      text: ({ parameters }) => `risk is ${parameters.level}`,
    },
  },
  policy: expectedUtility({ explore: 0.02 }),
  guardrails: [
    {
      name: 'never high on small wages',
      promise: 'small wages never read high',
      check: ({ context, action }) =>
        context.wages < 1 && action.experience === 'meter' && action.parameters.level === 'high'
          ? replace('nothing', 'small wages')
          : { do: 'allow' },
    },
  ],
  fallback: 'nothing',
  feedback: {
    useful: { value: z.boolean() },
    examined: { value: z.boolean(), within: '3 years', otherwise: false },
    stars: { value: z.number().min(1).max(5) },
  },
  mistakes: [
    {
      name: 'false alarm',
      harms: 'filer',
      harm: 'worry',
      cost: 2,
      noticedBy: ['useful'],
      limitedBy: [],
      owner: 'product',
    },
  ],
  variants: {
    calm: {
      does: 'says it calmly',
      policy: thresholds({ meter: 0.7 }, { otherwise: 'nothing' }),
      experiences: {
        meter: {
          right: 2,
          forcefulness: 0.1,
          fill: ({ prediction }) => ({ level: 'low', percent: prediction ?? 0 }),
          text: ({ parameters, context }) => `${parameters.level} for ${context.wages}`,
        },
      },
    },
  },
})

meter.feedback.useful.is(true).and(meter.context.status.is('joint'))
meter.feedback.stars.atLeast(3)
meter.experience.is('meter')
// @ts-expect-error a misspelt feedback does not compile
meter.feedback.usefull.is(true)
// @ts-expect-error a misspelt experience does not compile
meter.experience.is('metre')
// @ts-expect-error a value outside the enum does not compile
meter.context.status.is('married')

decision('typo', {
  does: '',
  context: Filed,
  example: { wages: 1, status: 'single' },
  model: risk.from(features),
  experiences: { nothing: { style: 'silent' }, note: { style: 'annotate' } },
  // @ts-expect-error a policy that names an unknown experience does not compile
  policy: thresholds({ notes: 0.5 }, { otherwise: 'nothing' }),
  // @ts-expect-error a fallback that does not exist does not compile
  fallback: 'nothin',
  feedback: { useful: { value: z.boolean() } },
  // @ts-expect-error feedback that does not exist cannot notice a mistake
  mistakes: [{ name: '', harms: '', harm: '', cost: 1, noticedBy: ['use'], limitedBy: [], owner: '' }],
})

decision('typo-in-variants', {
  does: '',
  context: Filed,
  example: { wages: 1, status: 'single' },
  model: risk.from(features),
  experiences: { nothing: { style: 'silent' }, note: { style: 'annotate' } },
  policy: thresholds({ note: 0.5 }, { otherwise: 'nothing' }),
  fallback: 'nothing',
  feedback: { useful: { value: z.boolean() } },
  mistakes: [],
  variants: {
    // @ts-expect-error a variant of an experience that does not exist does not compile
    words: { does: '', experiences: { notes: { right: 1 } } },
    // @ts-expect-error nor does a policy that names one
    eager: { does: '', policy: thresholds({ notes: 0.2 }, { otherwise: 'nothing' }) },
    // @ts-expect-error nor does leaving out a guardrail
    unguarded: { does: '', guardrails: [] },
    // @ts-expect-error nor does another style, which limits and reports go by
    loud: { does: '', experiences: { note: { style: 'prompt' } } },
  },
})

const system = defineSystem('tax', { purpose: '', people: [], decisions: [meter], goals: [] })

export async function calls(holon: Holon<typeof system>): Promise<void> {
  const seen = await holon.decide('meter', { wages: 3, status: 'joint' }, { subject: 'p' })
  if (seen.experience === 'meter') seen.parameters.level satisfies 'low' | 'high'
  else seen.parameters satisfies null
  await holon.feedback(seen.id, 'useful', true)
  await holon.feedback(seen.id, 'exposure', true)
  // @ts-expect-error a misspelt decision does not compile
  await holon.decide('metre', { wages: 3, status: 'joint' })
  // @ts-expect-error a missing field does not compile
  await holon.decide('meter', { wages: 3 })
  // @ts-expect-error a value of the wrong type does not compile
  await holon.feedback(seen.id, 'useful', 'yes')
  // @ts-expect-error a misspelt feedback does not compile
  await holon.feedback(seen.id, 'usefull', true)
}
