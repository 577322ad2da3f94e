import { z } from 'zod'
import { policy } from '../../decide/policies/custom.ts'
import { expectedUtility } from '../../decide/policies/expected-utility.ts'
import { thresholds } from '../../decide/policies/thresholds.ts'
import { rate } from '../../measure/build.ts'
import { memoryLog, memoryRegistry, memoryVault, virtualClock } from '../../memory/index.ts'
import type { FlightRequest } from '../../spec/flight.ts'
import type { Model } from '../../spec/model.ts'
import { seededRandom } from '../../stats/index.ts'
import { decision } from '../../system/decision.ts'
import { goal } from '../../system/goal.ts'
import { allow, replace } from '../../system/guardrail.ts'
import { model } from '../../system/model.ts'
import { person } from '../../system/person.ts'
import { probability } from '../../system/prediction.ts'
import { defineSystem } from '../../system/system.ts'
import { type Holon, open } from '../open.ts'
import type { OpenOptions } from '../options.ts'

const Context = z.object({
  dusk: z.number(),
  room: z.enum(['hall', 'attic']).meta({ dataClass: 'public' }),
  level: z.number().optional().meta({ dataClass: 'public' }),
})

const watcher = model('watcher', {
  does: 'tells dusk',
  features: z.object({ dusk: z.number() }),
  predicts: probability(),
})

/** A lamp that has variants for flights. */
const lamp = decision('lamp', {
  does: 'lights up',
  context: Context,
  example: { dusk: 0.4, room: 'hall' },
  model: watcher.from(({ dusk }: z.output<typeof Context>) => {
    if (dusk === 13) throw new TypeError('thirteen')
    return { dusk }
  }),
  experiences: {
    dark: { style: 'silent' },
    glow: { style: 'annotate', right: 1, wrong: -1, text: () => 'It is getting dark.' },
    beam: {
      style: 'automate',
      right: 4,
      wrong: -4,
      parameters: z.object({ watts: z.number() }),
      fill: () => ({ watts: 40 }),
    },
  },
  policy: expectedUtility({ explore: 0.3 }),
  guardrails: [
    {
      name: 'dim attic',
      promise: 'no beam in the attic',
      check: ({ context, action }) =>
        context.room === 'attic' && action.experience === 'beam' ? replace('glow', 'attic') : allow(),
    },
  ],
  fallback: 'dark',
  feedback: { useful: { value: z.boolean() } },
  mistakes: [],
  cost: 0.25,
  variants: {
    calm: { does: 'speaks calmly', experiences: { glow: { text: () => 'Evening.' } } },
    eager: { does: 'explores more', policy: expectedUtility({ explore: 0.9 }) },
    sure: { does: 'goes by thresholds', policy: thresholds({ beam: 0.5 }, { otherwise: 'dark' }) },
    weak: { does: 'has a weaker beam', experiences: { beam: { fill: () => ({ watts: 10 }) } } },
    untold: {
      does: 'a parameter that does not fit',
      experiences: { beam: { fill: () => ({ watts: Number.NaN }) } },
    },
  },
})

const door = decision('door', {
  does: 'opens',
  context: z.object({}),
  example: {},
  experiences: { shut: { style: 'silent' }, ajar: { style: 'automate' } },
  policy: policy('coin', () => ({ shut: 1, ajar: 1 })),
  fallback: 'shut',
  feedback: {},
  mistakes: [],
  variants: { open: { does: 'mostly open', policy: policy('loaded', () => ({ shut: 1, ajar: 9 })) } },
})

export const lamps = defineSystem('lamps', {
  purpose: 'light',
  people: [person('reader', { wants: 'light' })],
  decisions: [lamp, door],
  goals: [
    goal('useful', {
      layer: 'user',
      why: 'it should help',
      measure: rate(lamp.feedback.useful.is(true)),
      atLeast: 0.5,
    }),
  ],
})

/** A model that says what the function does. */
export const watching = (version: string, says: (dusk: number) => unknown, cost?: number): Model => ({
  version: { name: 'watcher', version, kind: 'function' },
  predict: ({ dusk }) => says(dusk as number),
  ...(cost !== undefined && { cost }),
})

export const portsOfLamps = (seed = 1) => ({
  log: memoryLog(),
  registry: memoryRegistry(),
  vault: memoryVault(),
  clock: virtualClock(Date.UTC(2026, 0, 1)),
  random: seededRandom(seed),
  models: { watcher: watching('1', (dusk) => dusk) },
  versions: { watcher: { bought: watching('9', (dusk) => 1 - dusk, 2) } },
})

export const openLamps = (options: OpenOptions = {}): Promise<Holon<typeof lamps>> =>
  open(lamps, { ...portsOfLamps(), ...options })

/** A flight of the lamp's words over everybody, unless said otherwise. */
export const wording = (init: Partial<FlightRequest> = {}): FlightRequest => ({
  name: 'words',
  about: 'Calm words help more people.',
  decision: 'lamp',
  arms: { plain: {}, calm: { variant: 'calm' } },
  share: 1,
  by: 'a tester',
  reason: 'to see',
  ...init,
})
