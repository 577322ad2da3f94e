import {
  decision,
  defineSystem,
  expectedUtility,
  type Model,
  model,
  open,
  probability,
  type Running,
} from 'holon'
import { z } from 'zod'
import { flag } from './flag.ts'

const Visitor = z.object({
  country: z.string().meta({ dataClass: 'public' }),
  email: z.string().optional(),
})

export const checkout = flag('checkout', {
  does: 'shows the new checkout',
  context: Visitor,
  example: { country: 'de' },
  values: { old: false, new: true },
  fallback: 'old',
  serve: ({ country }) => (country === 'de' ? 'new' : 'old'),
  feedback: { bought: { value: z.boolean() } },
})

const half = flag('half', {
  does: 'shows one of two headings',
  context: z.object({}),
  example: {},
  values: { plain: 'Hello', warm: 'Welcome' },
  fallback: 'plain',
  serve: () => ({ plain: 1, warm: 1 }),
})

const limit = flag('limit', {
  does: 'says how many items a basket holds',
  context: z.object({}),
  example: {},
  values: { usual: 10, large: 100 },
  fallback: 'usual',
})

const likes = model('likes', {
  does: 'guesses who likes tips',
  features: z.object({ minutes: z.number() }),
  predicts: probability(),
})

/** With a model, parameters and a text: nobody thought of flags when it was declared. */
const tip = decision('tip', {
  does: 'offers a tip',
  context: z.object({ minutes: z.number().meta({ dataClass: 'public' }) }),
  example: { minutes: 3 },
  model: likes.from(({ minutes }: { minutes: number }) => ({ minutes })),
  experiences: {
    nothing: { style: 'silent' },
    tip: {
      style: 'annotate',
      right: 2,
      wrong: -1,
      parameters: z.object({ seconds: z.number() }),
      fill: () => ({ seconds: 8 }),
      text: ({ parameters: { seconds } }) => `for ${seconds} seconds`,
    },
  },
  policy: expectedUtility({ explore: 0 }),
  fallback: 'nothing',
  feedback: { useful: { value: z.boolean() } },
  mistakes: [],
})

/** It counts what one person met. */
const nudge = decision('nudge', {
  does: 'nudges at most once',
  context: z.object({}),
  example: {},
  experiences: {
    nothing: { style: 'silent' },
    nudge: { style: 'prompt', right: 1, chance: () => 1, atMost: '1 per day' },
  },
  policy: expectedUtility({ explore: 0 }),
  fallback: 'nothing',
  feedback: {},
  mistakes: [],
})

const shop = defineSystem('shop', {
  purpose: 'sell',
  people: [],
  decisions: [checkout, half, limit, tip, nudge],
  goals: [],
})

const liking: Model = {
  version: { name: 'likes', version: '1', kind: 'function' },
  predict: ({ minutes }) => Math.min(Number(minutes) / 10, 1),
}

/** A shop in memory. */
export const openShop = async (): Promise<Running> =>
  (await open(shop, { models: { likes: liking } })) as unknown as Running
