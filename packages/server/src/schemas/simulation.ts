import type {
  Heard,
  Noticed,
  Simulated,
  SimulatedGoal,
  SimulationDocument,
  SimulationRequest,
  SimulationRun,
  SimulationSummary,
  WorldDocument,
} from 'holon'

import {
  described,
  integer,
  type JsonSchema,
  list,
  mapOf,
  number,
  object,
  orNull,
  pair,
  ref,
  text,
  time,
  truth,
  word,
  words,
} from './build.ts'
import { goalProperties } from './system.ts'
import { simulatedWaiting } from './waiting.ts'

const nonEmpty = words(200)
const setting = { anyOf: [number, truth, text] }
const settings = described('Names and values.', mapOf(setting))
const mostPeople = 1_000_000
const mostDays = 36_525

const people: JsonSchema = { type: 'integer', minimum: 1, maximum: mostPeople }
const days: JsonSchema = { type: 'number', exclusiveMinimum: 0, maximum: mostDays }
const asked = {
  scenarios: described('They befall it from the beginning.', { ...list(nonEmpty), maxItems: 20 }),
  settings,
  version: described('Default `current`, the one that is served.', nonEmpty),
  compare: described('Two versions against the same people with the same chance.', {
    ...list(nonEmpty),
    minItems: 2,
    maxItems: 2,
  }),
  quality: described('Instead of the models: what is true, blurred to this area under the curve.', {
    type: 'number',
    minimum: 0.5,
    maximum: 1,
  }),
}

const simulated = {
  value: orNull(number),
  interval: orNull(pair),
  n: number,
  status: word('met', 'missed', 'inconclusive'),
  truth: described('The same measure on everything that was true.', orNull(number)),
}

const { name, layer, unit, target } = goalProperties

const audited = { audit: ref('AuditedValue') }

const goal = object<SimulatedGoal>(
  {
    ...{ name, layer, unit, target },
    ...simulated,
    overTime: list(object<Simulated & { day: number }>({ ...simulated, day: number }, audited)),
  },
  {
    ...audited,
    waiting: simulatedWaiting,
    heard: described(
      'What the number is of: a share of what is true, and whether who says nothing counts.',
      object<Heard>({ share: number, silence: truth }),
    ),
  },
)

const summary = {
  id: text,
  system: text,
  state: word('running', 'paused', 'done', 'failed'),
  startedAt: time,
  request: described(
    'What it was started with, the usual values filled in.',
    object<SimulationSummary['request']>({ people, days, seed: integer }, asked),
  ),
  progress: object<SimulationSummary['progress']>({ day: number, of: number }),
  injected: described(
    'What somebody let befall it on the way.',
    list(object<SimulationSummary['injected'][number]>({ scenario: text, day: number })),
  ),
}
const whyFailed = {
  error: object<NonNullable<SimulationSummary['error']>>({ code: text, message: text, fix: text }),
}

/** Components about simulations. */
export const simulationSchemas: Readonly<Record<string, JsonSchema>> = {
  SimulationRequest: {
    ...object<SimulationRequest>({}, { people, days, seed: integer, ...asked }),
    additionalProperties: false,
  },
  SimulationSummary: object<SimulationSummary>(summary, whyFailed),
  SimulationRun: object<SimulationRun>(
    {
      ...summary,
      documents: described('One, or two where versions are compared.', list(ref('Simulation'))),
    },
    whyFailed,
  ),
  Simulation: object<SimulationDocument>({
    ...{ system: text, version: text, seed: integer, people: integer, days: number },
    ...{ scenarios: list(text), settings },
    day: described('How far it is.', number),
    ...{ decisions: integer, entries: integer },
    log: described('SHA-256 of the log.', text),
    goals: list(goal),
    guardrails: list(
      object<SimulationDocument['guardrails'][number]>({
        ...{ decision: text, guardrail: text, interventions: integer },
      }),
    ),
    experiences: list(
      object<SimulationDocument['experiences'][number]>({
        ...{ decision: text, experience: text, times: integer, degraded: integer },
      }),
    ),
    noticed: list(
      object<Noticed>(
        { day: number, by: word('scenario', 'monitor'), what: text },
        {
          late: described('Days after the last change of a scenario.', number),
          times: described('How often in the same words, until the next change.', integer),
          until: described('Day of the last time.', number),
        },
      ),
    ),
    loops: list(ref('LoopStanding')),
    figures: list(
      object<SimulationDocument['figures'][number]>({
        name: text,
        overTime: list(
          object<SimulationDocument['figures'][number]['overTime'][number]>({
            ...{ day: number, n: integer, sum: number },
          }),
        ),
      }),
    ),
    quality: list(
      object<SimulationDocument['quality'][number]>({ decision: text, auc: orNull(number), n: integer }),
    ),
  }),
  World: object<WorldDocument>({
    ...{ system: text, about: text, start: text, people: integer, days: number, settings },
    scenarios: list(object<WorldDocument['scenarios'][number]>({ name: text, about: text, own: truth })),
    versions: list(object<WorldDocument['versions'][number]>({ name: text, about: text })),
  }),
}
