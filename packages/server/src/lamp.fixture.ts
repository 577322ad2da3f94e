import {
  component,
  decision,
  defineSystem,
  expectedUtility,
  fairness,
  goal,
  type Holon,
  type Model,
  model,
  type OpenOptions,
  open,
  person,
  probability,
  rate,
} from 'holon'
import { z } from 'zod'

const Room = z.object({
  dusk: z.number().min(0).max(1).meta({ title: 'Dusk' }),
  room: z.enum(['hall', 'attic']).meta({ dataClass: 'public' }),
  note: z.string().optional(),
})

const eye = model('eye', {
  does: 'says how likely someone needs light',
  features: z.object({ dusk: z.number() }),
  predicts: probability(),
  deadline: '50 milliseconds',
  uses: [component('window', { does: 'lets light in' })],
})

const light = decision('light', {
  does: 'turns on a lamp',
  context: Room,
  example: { dusk: 0.8, room: 'hall' },
  model: eye.from(({ dusk }: z.output<typeof Room>) => ({ dusk })),
  experiences: {
    nothing: { style: 'silent' },
    lamp: {
      style: 'automate',
      forcefulness: 0.3,
      right: 2,
      wrong: -1,
      parameters: z.object({ percent: z.number().min(0).max(100) }),
      fill: ({ prediction }) => ({ percent: Math.round((prediction ?? 0) * 100) }),
      text: ({ parameters }) => `${parameters.percent} percent`,
    },
  },
  policy: expectedUtility({ explore: 0 }),
  guardrails: [],
  fallback: 'nothing',
  feedback: {
    useful: { value: z.boolean().meta({ dataClass: 'public' }) },
    comment: { value: z.string().max(200) },
  },
  mistakes: [],
})

/** A small system over which the server is tested. */
export const lampSystem = defineSystem('lamps', {
  purpose: 'light where it is dark',
  people: [person('dweller', { wants: 'to see' })],
  decisions: [light],
  goals: [
    goal('useful light', {
      layer: 'user',
      why: 'light should help',
      unit: '%',
      measure: rate(light.feedback.useful.is(true)),
      atLeast: 0.5,
    }),
  ],
  fairness: [
    fairness('light by room', {
      why: 'no room should stay dark',
      groups: { room: light.context.room },
      benefit: light.experience.is('lamp'),
      deserved: light.feedback.useful,
    }),
  ],
})

/** The dusk itself is the probability. */
const seeing: Model = {
  version: { name: 'eye', version: '1', kind: 'function' },
  calibration: { method: 'isotonic', x: [0, 1], y: [0, 1] },
  predict: (features) => features.dusk as number,
}

/** Opens the system in memory, as far as no ports are given. */
export function openLamps(ports: OpenOptions = {}): Promise<Holon<typeof lampSystem>> {
  return open(lampSystem, { models: { eye: seeing }, ...ports })
}
