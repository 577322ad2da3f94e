import type {
  LeftOut,
  LoggedDecision,
  LoggedDocument,
  OffPolicyDocument,
  OffPolicyRequest,
  PolicyEvaluation,
  PolicyValue,
  PolicyValueBy,
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
  word,
  words,
} from './build.ts'
import { utilitySchemas } from './utilities.ts'

const share: JsonSchema = { type: 'number', minimum: 0, maximum: 1 }
const verdict = described(
  '`known`: rely on it; `weak`: with care; `refused`: the log cannot know.',
  word('known', 'weak', 'refused'),
)
const interval = described('95 %; null where nothing could be told.', orNull(pair))
const value = { value: orNull(number), interval }
const difference = described('Less what was logged.', object<PolicyValue>(value))

const name = described('What to call it.', words(100))
const closed = (schema: JsonSchema): JsonSchema => ({ ...schema, additionalProperties: false })

const policy: JsonSchema = {
  anyOf: [
    closed(object<{ experiences: unknown; name?: string }>({ experiences: experiencesSchema() }, { name })),
    closed(object<{ always: string; name?: string }>({ always: text }, { name })),
    closed(object<{ uniform: true; name?: string }>({ uniform: { const: true } }, { name })),
    closed(object<{ variant: string; name?: string }>({ variant: text }, { name })),
    closed(
      object<{ learned: true; variant?: string; name?: string }>(
        { learned: { const: true } },
        { variant: text, name },
      ),
    ),
  ],
}

/** Other utilities, as tunings have them. */
function experiencesSchema(): JsonSchema {
  const { properties } = utilitySchemas.Tuning as {
    readonly properties: { readonly experiences: JsonSchema }
  }
  return properties.experiences
}

const reward = described('A goal about the decision that is a rate or a mean, or one of its feedbacks.', text)

/** Components about policies that did not run. */
export const offPolicySchemas: Readonly<Record<string, JsonSchema>> = {
  OffPolicyRequest: closed(
    object<OffPolicyRequest>(
      { policies: { ...list(policy), minItems: 1, maxItems: 10 }, reward },
      { from: time, to: time, limit: { type: 'integer', minimum: 1, maximum: 50_000 } },
    ),
  ),
  PolicyEvaluation: object<PolicyEvaluation>(
    {
      ...{ name: text, ...value, difference, verdict },
      because: described(
        'Rules that warned or refused, then what exploration would make it known.',
        list(text),
      ),
      rules: list(object<PolicyEvaluation['rules'][number]>({ rule: text, verdict, words: text })),
      needed: orNull(object<NonNullable<PolicyEvaluation['needed']>>({ share, decisions: integer })),
      ...{ effectiveSampleSize: number, meanWeight: number, largestWeight: number },
      overlap: orNull(
        object<NonNullable<PolicyEvaluation['overlap']>>(
          { share, aboveFloor: share, floor: share },
          {
            bands: described(
              "The share by the log's own probability: 0 first, then above the bound before and up to `upTo`.",
              list(object<{ upTo: number; share: number }>({ upTo: share, share })),
            ),
          },
        ),
      ),
      estimates: list(object<PolicyValueBy>({ estimator: text, ...value, difference })),
      anytime: described('Holds at every look.', orNull(pair)),
      shares: described('Share of each experience, guardrails included.', mapOf(share)),
    },
    { expectedMeanWeight: described('What the mean weight is with true propensities.', number) },
  ),
  OffPolicy: object<OffPolicyDocument>({
    ...{ decision: text, reward: text, rows: integer, decisions: number, units: integer },
    left: described(
      'Decisions that do not count: waiting for their reward, without one, of people who were erased, outside of the goal.',
      object<LeftOut>({ waiting: integer, missing: integer, erased: integer, other: integer }),
    ),
    logged: object<PolicyValue>(value),
    policies: list({ $ref: 'PolicyEvaluation#' }),
  }),
  Logged: object<LoggedDocument>({
    ...{ decision: text, reward: text, experiences: list(text) },
    choices: list(
      object<LoggedDecision>(
        {
          ...{ id: text, at: time, experience: text, probabilities: mapOf(share), drop: share },
          ...{ reward: orNull(number), exposed: truth, features: mapOf(number) },
        },
        { person: text },
      ),
    ),
  }),
}
