import type {
  ApprenticeScore,
  LearnedDocument,
  LearningDocument,
  LearnRequest,
  LeftOut,
  NotLearned,
  PolicyValue,
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
  text,
  time,
  truth,
} from './build.ts'

const variant = described('Of a declared variant; the declared policy if not given.', text)
const value = object<PolicyValue>({
  value: orNull(number),
  interval: described('95 %; null where nothing could be told.', orNull(pair)),
})
const left = { waiting: integer, missing: integer, other: integer }

/** Components about policies that learn. */
export const learningSchemas: Readonly<Record<string, JsonSchema>> = {
  LearnRequest: {
    ...object<LearnRequest>(
      {},
      { variant, dry: described('Only tells what would be learned; false if not given.', truth) },
    ),
    additionalProperties: false,
  },
  Learned: object<LearnedDocument>(
    {
      ...{ decision: text, version: integer, at: time, snapshot: text, reward: text, range: pair },
      sha256: described('Of the artefact that the policy decides by.', text),
      rows: described('Decisions that it was learned from.', integer),
      ...{ from: time, until: time },
      left: described(
        'Decisions that were not learned from: waiting for their reward, without one, outside of the goal, or not chosen by a policy.',
        object<NotLearned>({ ...left, degraded: integer }),
      ),
      experiences: list(
        object<LearnedDocument['experiences'][number]>({
          ...{ experience: text, rows: integer },
          expected: described('What it is expected to earn at the mean of all features.', number),
          slopes: described('How much more for each deviation of a feature.', mapOf(number)),
        }),
      ),
    },
    { variant },
  ),
  Learning: object<LearningDocument>(
    {
      ...{ decision: text, words: text, isApprentice: truth },
      learned: described('Null while nothing is.', orNull({ $ref: 'Learned#' })),
      apprentice: described(
        'How it does, by what it would have done in every decision; null where it is no apprentice, or said nothing yet.',
        orNull(
          object<ApprenticeScore>({
            decisions: integer,
            agreement: described('Probability of choosing what was chosen.', value),
            left: object<LeftOut>({ ...left, erased: integer }),
            logged: value,
            evaluation: orNull({ $ref: 'PolicyEvaluation#' }),
          }),
        ),
      ),
    },
    { variant, problem: described('Why what was learned is not used.', text) },
  ),
}
