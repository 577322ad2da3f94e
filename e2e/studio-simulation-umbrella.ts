import {
  allow,
  decision,
  defineSystem,
  expectedUtility,
  goal,
  type Model,
  mean,
  model,
  person,
  probability,
  rate,
  replace,
} from 'holon'
import { answers, defineWorld, lateLabels, poisson, shift } from 'holon/world'
import { z } from 'zod'

const morning = z.object({
  clouds: z.number().meta({ title: 'Clouds', dataClass: 'public' }),
  wind: z.number().default(0).meta({ title: 'Wind', dataClass: 'public' }),
})
type Morning = z.output<typeof morning>

const rain = model('rain', {
  does: 'estimates how likely it rains today',
  features: z.object({ clouds: z.number() }),
  predicts: probability(),
  deadline: '1 second',
  owner: 'weather team',
})

const walker = person('walker', { wants: 'to stay dry, and not to carry what is not needed' })

const shapes = (forcefulness: number) =>
  ({
    context: morning,
    example: { clouds: 0.4, wind: 0 },
    model: rain.from(({ clouds }: Morning) => ({ clouds })),
    experiences: {
      nothing: { style: 'silent' },
      note: { style: 'annotate', forcefulness: 0.2, right: 1, wrong: -0.5, undo: 'leave it at home' },
      alarm: {
        style: 'prompt',
        forcefulness,
        right: 3,
        wrong: -3,
        interrupting: -0.3,
        undo: 'switch it off',
      },
    } as const,
    policy: expectedUtility(),
    fallback: 'nothing',
    feedback: {
      useful: { value: z.boolean(), asks: 'Was it useful?' },
      dry: { value: z.boolean() },
      rained: { value: z.boolean() },
      stars: { value: z.number().min(1).max(5), asks: 'How do you like it?' },
      back: { value: z.boolean() },
    },
    mistakes: [],
  }) as const

const advice = decision('advice', {
  does: 'tells walkers to take an umbrella',
  ...shapes(0.8),
  guardrails: [
    {
      name: 'no alarm in a storm',
      promise: 'nobody is told to open an umbrella in a storm',
      check: ({ context, action }) =>
        context.wind > 0.9 && action.experience === 'alarm' ? replace('note', 'it storms') : allow(),
    },
  ],
})

const goals = () => {
  const returning = goal('returning walkers', {
    layer: 'organization',
    why: 'Who stays dry comes back.',
    unit: '%',
    measure: rate(advice.feedback.back.is(true)),
    atLeast: 0.6,
  })
  const stars = goal('stars', {
    layer: 'leading',
    why: 'Stars fall before people leave.',
    unit: 'stars',
    measure: mean(advice.feedback.stars),
    atLeast: 3.6,
    supports: [returning],
  })
  const dry = goal('dry days', {
    layer: 'user',
    why: 'That is what it is for.',
    unit: '%',
    measure: rate(advice.feedback.dry.is(true)),
    atLeast: 0.8,
    supports: [stars],
  })
  const useful = goal('useful advice', {
    layer: 'system',
    why: 'Advice that is useless is noise.',
    unit: '%',
    measure: rate(advice.feedback.useful.is(true)),
    atLeast: 0.7,
    supports: [dry],
  })
  const rains = goal('rain where an alarm was', {
    layer: 'model',
    why: 'A false alarm is remembered.',
    unit: '%',
    measure: rate(advice.feedback.rained.is(true), { among: advice.experience.is('alarm') }),
    atLeast: 0.7,
    supports: [useful],
  })
  return [returning, stars, dry, useful, rains]
}

/** A system with goals of every layer. */
export const umbrella = defineSystem('umbrella', {
  title: 'Umbrella',
  purpose: 'People stay dry, and carry nothing for nothing.',
  people: [walker],
  decisions: [advice],
  goals: goals(),
})

/** Says how cloudy it is. */
const clouds: Model = {
  version: { name: 'clouds', version: '1', kind: 'function' },
  predict: ({ clouds }) => Number(clouds),
}

/** Says what clouds it saw, whatever came. */
const blind: Model = {
  version: { name: 'blind', version: '1', kind: 'function' },
  predict: () => 0.2,
}

/** What answers for the model, by version. */
export const umbrellaModels = (version: string) => ({ rain: version === 'blind' ? blind : clouds })

/** People who walk every day, under a sky that only the world knows. */
export const umbrellaWorld = defineWorld(umbrella, {
  about:
    'Walkers who ask every morning. Who got wet without a word is angry, and the angry answer more often.',
  start: '2026-03-01',
  people: 120,
  days: 60,
  settings: { rain: 0.35, haze: 0.15, willing: 0.2 },
  person: (draw) => ({ trust: draw.beta(6, 2), carries: draw.chance(0.3) }),
  happenings: {
    morning: {
      arrivals: poisson({ perPersonPerDay: 0.5 }),
      story: async ({ person, draw, settings, decide, wait, feedback, truth, note }) => {
        const rains = draw('sky').chance(settings.rain)
        const sees = draw('clouds').beta(rains ? 5 : 2, rains ? 2 : 5)
        const clouds = sees * (1 - settings.haze) + settings.haze * draw('haze').next()
        const wind = draw('wind').next()
        const { id, experience } = await decide('advice', { clouds, wind }, { truth: rains })
        await wait('8 hours')
        const takes = person.carries || (experience !== 'nothing' && draw('takes').chance(person.trust))
        const dry = !rains || takes
        const useful = experience === 'nothing' ? !rains : rains
        const stars = Math.max(1, Math.min(5, Math.round(3 + 2 * (useful ? person.trust : -1))))
        const back = draw('back').chance(dry ? 0.75 : 0.3)
        truth(id, 'useful', useful)
        truth(id, 'dry', dry)
        truth(id, 'rained', rains)
        truth(id, 'stars', stars)
        truth(id, 'back', back)
        note('umbrellas carried for nothing', Number(takes && !rains))
        note('walks: in the rain', Number(rains))
        note('walks: under an umbrella', Number(takes))
        const content = { content: useful ? 1 : 0 }
        if (answers({ usually: settings.willing, angry: 0.9 }, content, draw('answers'))) {
          await feedback(id, 'useful', useful)
          await feedback(id, 'stars', stars)
        }
        await feedback(id, 'dry', dry)
        await feedback(id, 'rained', rains)
        await wait('1 day')
        await feedback(id, 'back', back)
      },
    },
  },
  scenarios: {
    monsoon: {
      about: 'It rains on most days, from the middle on.',
      changes: [shift('rain', { to: 0.8, at: '50 %', over: '5 days' })],
    },
    haze: {
      about: 'Clouds say less, from a third on.',
      changes: [shift('haze', { to: 0.9, at: '33 %' })],
    },
    'slow letters': {
      about: 'Whatever comes back comes a week later, at once.',
      changes: [lateLabels({ by: '7 days', at: 'day 0', lasting: '10 days' })],
    },
  },
  versions: { blind: { about: 'A model that sees nothing.', models: { rain: blind } } },
  pace: { arrival: '1 second', longestWait: '2 seconds' },
})
