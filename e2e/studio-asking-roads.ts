import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dataFiles, openData } from '@holon/embedded'
import {
  auc,
  count,
  decision,
  defineSystem,
  expectedUtility,
  fairness,
  goal,
  type Model,
  mean,
  model,
  person,
  policy,
  probability,
  quantile,
  type Running,
  rate,
  sum,
  thresholds,
} from 'holon'
import { systemClock } from 'holon/memory'
import { seededRandom } from 'holon/stats'
import { z } from 'zod'
import { serveStudio } from './serve-studio.ts'

const day = 86_400_000
const open = { dataClass: 'public' }
const Road = z.object({ degrees: z.number().meta(open), area: z.enum(['valley', 'pass']).meta(open) })

const ice = model('ice', {
  does: 'says how likely the road is icy',
  features: z.object({ degrees: z.number() }),
  predicts: probability(),
})

const features = ({ degrees }: z.output<typeof Road>) => ({ degrees })
const example: z.output<typeof Road> = { degrees: -2, area: 'pass' }
const yes = { value: z.boolean().meta(open) }

const warning = decision('warning', {
  does: 'warns of ice',
  context: Road,
  example,
  model: ice.from(features),
  experiences: {
    nothing: { style: 'silent' },
    note: { style: 'annotate', forcefulness: 0.2, right: 2, wrong: -1 },
    siren: { style: 'prompt', forcefulness: 0.9, right: 6, wrong: -6 },
  },
  policy: expectedUtility({ explore: 0.4 }),
  fallback: 'nothing',
  feedback: { useful: yes, minutes: { value: z.number().min(0).max(60).meta(open) } },
  mistakes: [],
  variants: {
    calm: { does: 'sounds no siren', policy: thresholds({ note: 0.3 }, { otherwise: 'nothing' }) },
  },
})

const sign = decision('sign', {
  does: 'lights a sign, always by the same rule',
  context: Road,
  example,
  model: ice.from(features),
  experiences: { dark: { style: 'silent' }, lit: { style: 'annotate', forcefulness: 0.3 } },
  policy: thresholds({ lit: 0.5 }, { otherwise: 'dark' }),
  fallback: 'dark',
  feedback: { seen: yes },
  mistakes: [],
})

const greeting = decision('greeting', {
  does: 'greets who sets off',
  context: Road,
  example,
  experiences: { silence: { style: 'silent' }, words: { style: 'annotate', text: () => 'Drive safely.' } },
  policy: policy<null, 'silence' | 'words'>('mostly silent', () => ({ silence: 0.7, words: 0.3 })),
  fallback: 'silence',
  feedback: { liked: yes },
  mistakes: [],
  variants: {
    kind: {
      does: 'greets more often',
      policy: policy<null, 'silence' | 'words'>('mostly words', () => ({ silence: 0.2, words: 0.8 })),
    },
  },
})

const { useful, minutes } = warning.feedback
const about = { layer: 'user', why: 'people should get home' } as const

/** Roads with goals of every kind, a policy that explores and one that does not. */
const roads = defineSystem('roads', {
  title: 'Roads',
  purpose: 'get everybody home',
  people: [person('driver', { wants: 'to arrive' })],
  decisions: [warning, sign, greeting],
  goals: [
    goal('useful warnings', { ...about, unit: '%', measure: rate(useful.is(true)), atLeast: 0.5 }),
    goal('liked greetings', {
      ...about,
      unit: '%',
      measure: rate(greeting.feedback.liked.is(true)),
      atLeast: 0.4,
    }),
    goal('minutes saved', { ...about, unit: 'minutes', measure: mean(minutes), atLeast: 3 }),
    goal('all minutes', {
      ...about,
      layer: 'organization',
      unit: 'minutes',
      measure: sum(minutes),
      atLeast: 1,
    }),
    goal('warned people', {
      ...about,
      layer: 'system',
      measure: count(warning.experience.is('note'), { per: 'person' }),
      atLeast: 10,
    }),
    goal('usual minutes', {
      ...about,
      layer: 'leading',
      unit: 'minutes',
      measure: quantile(0.5, minutes),
      atLeast: 1,
    }),
    goal('sees ice', {
      ...about,
      layer: 'model',
      measure: auc(warning.prediction, useful.is(true)),
      atLeast: 0.6,
    }),
  ],
  fairness: [
    fairness('warnings by area', {
      why: 'no place should be forgotten',
      groups: { area: warning.context.area },
      benefit: warning.experience.is('note'),
      deserved: useful,
    }),
  ],
})

const seeing: Model = {
  version: { name: 'ice', version: '1', kind: 'function' },
  calibration: { method: 'isotonic', x: [0, 1], y: [0, 1] },
  predict: ({ degrees }) => 1 / (1 + Math.exp(degrees as number)),
}

const gain = { nothing: 0.25, note: 0.55, siren: 0.4 }

/** Two weeks of roads on a data folder, in which a flight runs for the second, served with the studio. */
export async function serveRoads(studio: string) {
  const folder = mkdtempSync(join(tmpdir(), 'holon-roads-'))
  const data = await openData(folder)
  const begin = Date.now() - 14 * day
  let at = begin
  const holon = await data.open(roads, {
    models: { ice: seeing },
    clock: { ...systemClock(), now: () => at },
    random: seededRandom('roads'),
  })
  const world = seededRandom('drivers')
  for (let n = 0; n < 1000; n++) {
    at = begin + (n / 1000) * 14 * day
    if (n === 600) await holon.startFlight(kinder)
    await drive(holon as unknown as Running, world, n)
  }
  await holon.stopFlight('kinder', { by: 'the owner', reason: 'enough was seen' })
  at = begin + 14 * day
  const running = holon as unknown as Running
  const { url, close } = await serveStudio(studio, { systems: [running] }, async () => {
    await holon.close()
    await data.close()
  })
  let stopping: Promise<void> | undefined
  return {
    url,
    running,
    warehouse: join(folder, dataFiles.warehouse),
    /** Ends server and system; the files stay. */
    stop: () => {
      stopping ??= close()
      return stopping
    },
    forget: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const kinder = {
  name: 'kinder',
  about: 'Who is greeted drives with more care.',
  decision: 'greeting',
  arms: { plain: {}, kind: { variant: 'kind' } },
  share: 1,
  main: 'liked greetings',
  by: 'the owner',
  reason: 'people like to be greeted',
}

async function drive(holon: Running, world: ReturnType<typeof seededRandom>, n: number): Promise<void> {
  const degrees = world.next() * 8 - 4
  const context = { degrees, area: world.next() < 0.5 ? 'valley' : 'pass' }
  const subject = `driver-${n % 250}`
  const { id, experience } = await holon.decide('warning', context, { subject })
  const liked = gain[experience as keyof typeof gain] + (degrees < 0 ? 0.15 : -0.1)
  await holon.feedback(id, 'useful', world.next() < liked)
  await holon.feedback(id, 'minutes', Math.floor(world.next() * 20 * liked))
  if (n % 3 === 1) {
    const greeted = await holon.decide('greeting', context, { subject })
    await holon.feedback(greeted.id, 'liked', world.next() < (greeted.experience === 'words' ? 0.6 : 0.3))
  }
  if (n % 3 !== 0) return
  const lit = await holon.decide('sign', context, { subject })
  await holon.feedback(lit.id, 'seen', world.next() < 0.5)
}
