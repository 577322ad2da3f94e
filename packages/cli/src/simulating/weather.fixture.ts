import { defineProduct } from '@holon/embedded'
import {
  decision,
  defineSystem,
  goal,
  type Model,
  mean,
  model,
  person,
  probability,
  rate,
  thresholds,
} from 'holon'
import { defineWorld, poisson, shift } from 'holon/world'
import { z } from 'zod'

const sky = model('sky', {
  does: 'says how likely it rains',
  features: z.object({ clouds: z.number() }),
  predicts: probability(),
})

const advise = decision('advise', {
  does: 'says whether to take an umbrella',
  context: z.object({ clouds: z.number().min(0).max(1).meta({ dataClass: 'public' }) }),
  example: { clouds: 0.4 },
  model: sky.from(({ clouds }: { clouds: number }) => ({ clouds })),
  experiences: { nothing: { style: 'silent' }, umbrella: { style: 'annotate' } },
  policy: thresholds({ umbrella: 0.5 }, { otherwise: 'nothing' }),
  fallback: 'nothing',
  feedback: {
    useful: { value: z.boolean().meta({ dataClass: 'public' }) },
    wet: { value: z.boolean().meta({ dataClass: 'public' }), within: '1 day', otherwise: false },
    bother: { value: z.number().meta({ dataClass: 'public' }) },
  },
  mistakes: [],
})

const weather = defineSystem('weather', {
  purpose: 'stay dry',
  people: [person('walker', { wants: 'to stay dry' })],
  decisions: [advise],
  goals: [
    goal('trusted advice', {
      layer: 'organization',
      why: 'people come back for it',
      measure: rate(advise.feedback.useful.is(true)),
      atLeast: 0.6,
    }),
    goal('dry walkers', {
      layer: 'user',
      why: 'it is what they want',
      measure: rate(advise.feedback.wet.is(true)),
      atMost: 0.1,
    }),
    goal('bother', {
      layer: 'user',
      why: 'carrying costs',
      measure: mean(advise.feedback.bother),
      atMost: 0.5,
    }),
  ],
})

const saying = (name: string, say: (clouds: number) => number): Model => ({
  version: { name, version: '1', kind: 'function' },
  predict: ({ clouds }) => say(Number(clouds)),
})

const world = defineWorld(weather, {
  about: 'Walkers under a sky that rains more often the more clouds there are.',
  start: '2026-03-02',
  people: 30,
  days: 20,
  settings: { rain: 0.5, answers: 0.4, town: 'north', windy: false },
  person: (draw) => ({ patience: draw.next() }),
  happenings: {
    walk: {
      arrivals: poisson({ perPersonPerDay: 2 }),
      story: async ({ draw, settings, decide, wait, feedback, truth, note }) => {
        const clouds = draw('clouds').next()
        const rains = draw('rain').chance(clouds * 2 * settings.rain)
        const { id, experience } = await decide('advise', { clouds }, { truth: rains })
        await wait('2 hours')
        const wet = rains && experience === 'nothing'
        const useful = (experience === 'umbrella') === rains
        note('rain', Number(rains))
        truth(id, 'wet', wet)
        truth(id, 'useful', useful)
        if (wet) await feedback(id, 'wet', true)
        if (draw('answers').chance(settings.answers)) await feedback(id, 'useful', useful)
      },
    },
    storm: {
      arrivals: poisson({ perDay: 5 }),
      dormant: true,
      story: () => undefined,
    },
    broken: {
      arrivals: poisson({ perDay: 500 }),
      dormant: true,
      story: () => Promise.reject(new TypeError('The umbrella broke.')),
    },
  },
  scenarios: {
    monsoon: {
      about: 'It rains far more from day 10 on.',
      changes: [shift('rain', { to: 0.9, at: 'day 10' })],
    },
    collapse: {
      about: 'A story throws.',
      changes: [{ change: 'begins', happening: 'broken', at: 'day 1' }],
    },
  },
  versions: {
    blind: { about: 'It never sees a cloud.', models: { sky: saying('blind', () => 0) } },
    lost: { about: 'Its file is gone.', models: { sky: new URL('./nowhere.onnx', import.meta.url) } },
  },
  pace: { arrival: '1 second', longestWait: '1 second' },
})

/** A small product with a world, for tests of simulating. */
export const product = defineProduct({
  system: weather,
  source: new URL(import.meta.url),
  models: { sky: () => saying('sky', (clouds) => clouds) },
  world,
})
