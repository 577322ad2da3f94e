import type { AuditedValue } from 'holon'

import { described, integer, number, object, oneOf, orNull, pair, text } from './build.ts'

const share = orNull({ type: 'number', minimum: 0, maximum: 1 })

type Whole = AuditedValue['whole']

const whole = oneOf(
  object<Extract<Whole, { kind: 'estimate' }>>({
    ...{ kind: { const: 'estimate' }, value: number, interval: pair, method: text },
    ...{ effectiveSampleSize: number, assuming: text },
  }),
  object<Extract<Whole, { kind: 'bounds' }>>({
    ...{ kind: { const: 'bounds' }, lowest: number, highest: number, assuming: text, because: text },
  }),
)

/** A number about everybody, by a random audit, beside that of those who answered. */
export const auditedValue = object<AuditedValue>({
  feedback: text,
  decisions: described('After which somebody might have been asked.', integer),
  asked: integer,
  answered: described('Of the asked.', integer),
  whenAsked: described('Share of all who answer when asked.', share),
  unasked: described('Share of all who answer unasked.', share),
  naive: described(
    'Of those who spoke up unasked, as if they were like all.',
    object<AuditedValue['naive']>({ value: orNull(number), interval: orNull(pair), n: number }),
  ),
  whole: described('Of everybody: an estimate, or bounds; with what it assumes.', whole),
  worst: described('Whatever those say who do not answer when asked.', pair),
})
