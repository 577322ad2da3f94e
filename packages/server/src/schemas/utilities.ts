import type {
  ExperienceReport,
  Stretch,
  TuneRequest,
  TuningChange,
  TuningDocument,
  Tunings,
  WhatIfCase,
  WhatIfDocument,
} from 'holon'

import {
  anything,
  described,
  integer,
  type JsonSchema,
  list,
  mapOf,
  number,
  object,
  orNull,
  text,
  time,
  words,
} from './build.ts'

const nonEmpty = words(1000)
const share: JsonSchema = { type: 'number', minimum: 0, maximum: 1 }

const experiences = described(
  'By experience; what is left out is as declared.',
  mapOf({
    ...object<Tunings[string][string]>({}, { right: number, wrong: number, interrupting: number }),
    additionalProperties: false,
  }),
)

const by = described('Who changes it.', nonEmpty)
const reason = described('What for.', nonEmpty)

const thresholds = list(
  object<NonNullable<WhatIfDocument['thresholds']>[number]>({
    ...{ experience: text, from: number, to: number },
  }),
)

const stretch = object<Stretch>({ from: time, n: integer, of: integer })

/** Components about what experiences are worth. */
export const utilitySchemas: Readonly<Record<string, JsonSchema>> = {
  Tune: {
    ...object<Omit<TuneRequest, 'decision'>>({ experiences, by, reason }),
    additionalProperties: false,
  },
  Tuning: object<TuningDocument>({
    ...{ version: integer, decision: text, experiences, by, reason, at: time },
    changes: described(
      'What it changed, against what held until then.',
      list(object<TuningChange>({ experience: text, value: text, from: number, to: number })),
    ),
  }),
  WhatIfRequest: {
    ...object<{ experiences: Tunings[string]; limit?: number }>(
      { experiences },
      { limit: { type: 'integer', minimum: 1, maximum: 2000 } },
    ),
    additionalProperties: false,
  },
  WhatIf: object<WhatIfDocument>(
    {
      n: integer,
      present: described('Share of each experience with the present utilities.', mapOf(share)),
      proposed: described('Share of each experience with the proposed ones.', mapOf(share)),
      cases: list(
        object<WhatIfCase>(
          { id: text, at: time, prediction: anything, present: text, proposed: text },
          {
            utilities: described(
              'What each experience would be worth, where that is no line in one probability.',
              mapOf(number),
            ),
          },
        ),
      ),
    },
    { thresholds },
  ),
  ExperienceReport: object<ExperienceReport>({
    every: text,
    interruptions: object<ExperienceReport['interruptions']>({
      perPerson: object<ExperienceReport['interruptions']['perPerson']>({
        people: integer,
        mean: orNull(number),
        deviation: orNull(number),
      }),
      times: list(stretch),
    }),
    interventions: list(
      object<ExperienceReport['interventions'][number]>({ guardrail: text, times: list(stretch) }),
    ),
  }),
}
