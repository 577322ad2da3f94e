import type {
  Alert,
  EarlyEstimate,
  EraseAnswer,
  EventEntry,
  GoalDocument,
  HealthDocument,
  Waiting,
} from 'holon'
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

const early = object<EarlyEstimate>({
  value: described('In the unit of the goal.', number),
  interval: described('At 95 %, with the error of what is known of how soon answers come.', orNull(pair)),
  arrived: described('Share of what will come that has come by now, 0 to 1.', number),
  seenFrom: described('Answers of older decisions that tell how soon answers come.', number),
})

const waiting = described(
  'Decisions that do not count yet, because silence counts only once a window has passed.',
  object<Waiting>({
    n: integer,
    within: described('How long after a decision it counts.', text),
    next: described('When the first of them counts.', time),
    early: described(
      'What to expect of them, from the answers so far and how soon answers came before.',
      orNull(early),
    ),
    because: described('Why nobody knows what to expect of them.', text),
  }),
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
