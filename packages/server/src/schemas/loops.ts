import type {
  FurtherActions,
  Influenced,
  LabelStanding,
  LoopEvidence,
  LoopNeed,
  LoopSighting,
  LoopStanding,
  LoopStrength,
  LoopsDocument,
  PartlySeen,
} from 'holon'

import {
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

/** Something that actions may change. */
export const influenced = object<Influenced>({
  ...{ kind: word('input', 'label', 'score'), name: text, decision: text },
})

const status = described(
  '`not-found` only where an influence that matters would have been found.',
  word('found', 'not-found', 'inconclusive'),
)

const further = object<FurtherActions>({ actions: number, interval: pair, within: text })

const strength = object<LoopStrength>(
  {
    effect: described('Of one action, in the unit of what it changes.', number),
    interval: pair,
    relative: described('The effect in standard deviations.', number),
    gain: described('Further actions that one action brings about one delay later.', orNull(number)),
  },
  { further: described('Further actions in all ways over ten delays.', further) },
)

const evidence = object<LoopEvidence>({
  decisions: integer,
  units: integer,
  random: integer,
  information: described('Sum of p (1 - p).', number),
  wouldShow: orNull(number),
  shouldShow: orNull(number),
})

const sighting = object<LoopSighting>(
  {
    ...{ decision: text, acts: list(text), unit: text, influences: influenced, delay: text, status },
    ...{ because: text, pValue: number, alarmAt: orNull(time), evidence },
  },
  { strength, needed: object<LoopNeed>({ decisions: orNull(integer), exploration: orNull(number) }) },
)

type Estimate = Extract<PartlySeen, { kind: 'estimate' }>
type Bounds = Extract<PartlySeen, { kind: 'bounds' }>

const partlySeen = oneOf(
  object<Estimate>({
    ...{ kind: { const: 'estimate' }, value: number, interval: pair, method: text },
    effectiveSampleSize: number,
  }),
  object<Bounds>({
    ...{ kind: { const: 'bounds' }, lowest: number, highest: number, assuming: text, because: text },
  }),
)

/** Components about loops through the world. */
export const loopSchemas: Readonly<Record<string, JsonSchema>> = {
  LoopSighting: sighting,
  LoopStanding: object<LoopStanding>(
    {
      ...{ name: text, declared: truth, status, because: text, breaks: list(text) },
      sightings: list(ref('LoopSighting')),
    },
    { watchedBy: text },
  ),
  LabelStanding: object<LabelStanding>({
    ...{ decision: text, feedback: text, seenAfter: list(text), decisions: integer, labelled: integer },
    naive: described(
      'As if those it came back for were like all.',
      orNull(object<NonNullable<LabelStanding['naive']>>({ value: number, interval: pair })),
    ),
    whole: described('Of all decisions: an estimate, or bounds where chance does not allow one.', partlySeen),
  }),
  Loops: object<LoopsDocument>({
    at: time,
    falseAlarms: described('At most this share of systems without a loop ever sees an alarm.', number),
    loops: list(ref('LoopStanding')),
    elsewhere: described('Watched as well, and not found.', list(ref('LoopSighting'))),
    labels: list(ref('LabelStanding')),
  }),
}
