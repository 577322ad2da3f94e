import type { Alert, EraseAnswer, EventEntry, GoalDocument, HealthDocument } from 'holon'
import { auditedValue } from './audit.ts'
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
import { waiting } from './waiting.ts'

const corrected = described(
  'Where a random audit bears on it: value and interval are corrected for who answers (a null value: only bounds are known).',
  ref('AuditedValue'),
)

const slice = object<NonNullable<GoalDocument['slices']>[number]>(
  {
    slice: { type: ['number', 'string', 'boolean', 'null'] },
    value: orNull(number),
    interval: orNull(pair),
    n: number,
  },
  { audit: corrected },
)

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
    worlds: described('Systems around which there is a world to simulate.', list(text)),
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
    { ...goalOptions, audit: corrected, waiting, slices: list(slice) },
  ),
  AuditedValue: auditedValue,
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
