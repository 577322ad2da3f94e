import type { Alert, EraseAnswer, EventEntry, GoalDocument, HealthDocument } from 'holon'

import {
  anyObject,
  described,
  integer,
  type JsonSchema,
  list,
  number,
  object,
  oneOf,
  orNull,
  pair,
  ref,
  text,
  time,
  truth,
  word,
} from './build.ts'
import { goalOptions, goalProperties } from './system.ts'

const slice = object<NonNullable<GoalDocument['slices']>[number]>({
  slice: { type: ['number', 'string', 'boolean', 'null'] },
  value: orNull(number),
  interval: orNull(pair),
  n: number,
})

const event = object<EventEntry>({
  kind: { const: 'event' },
  at: time,
  system: text,
  name: text,
  details: anyObject,
})

const alert = object<Alert>({
  at: time,
  system: text,
  severity: word('info', 'warning', 'critical'),
  title: text,
  details: anyObject,
})

/** Components about a running system. */
export const operationSchemas: Readonly<Record<string, JsonSchema>> = {
  Health: object<HealthDocument>({
    status: word('ok', 'degraded'),
    version: text,
    problems: described('What is not well, in words.', list(text)),
    demo: truth,
  }),
  Goal: object<GoalDocument>(
    {
      ...goalProperties,
      value: orNull(number),
      interval: orNull(pair),
      n: number,
      status: word('met', 'missed', 'inconclusive'),
      because: text,
    },
    { ...goalOptions, slices: list(slice) },
  ),
  StreamMessage: described(
    '`event:` is the type, `data:` the JSON beside it. `dropped` says how many messages a slow reader missed.',
    oneOf(
      ref('DecisionEntry'),
      ref('BackEntry'),
      event,
      alert,
      object<{ count: number }>({ count: integer }),
    ),
  ),
  EraseAnswer: object<EraseAnswer>({ erased: truth }),
}
