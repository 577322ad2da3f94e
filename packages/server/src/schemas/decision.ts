import type {
  Audit,
  BackEntry,
  DecideAnswer,
  DecideRequest,
  DecisionEntry,
  Explanation,
  FeedbackRequest,
  Intervention,
  LatestDocument,
  Met,
  PredictionRecord,
  PrivatePart,
  Recent,
  RecordDocument,
  ReplayDocument,
  Step,
} from 'holon'

import {
  anyObject,
  anything,
  described,
  integer,
  type JsonSchema,
  list,
  mapOf,
  number,
  object,
  orNull,
  ref,
  text,
  time,
  truth,
  word,
  words,
} from './build.ts'

const shortText = words(256)
const key = described('Idempotency key: the same key never counts twice.', shortText)
const probability: JsonSchema = { type: 'number', minimum: 0, maximum: 1 }
const reason = word('policy', 'exploration', 'ladder', 'guardrail', 'fallback')

const intervention = object<Intervention>({
  guardrail: text,
  did: word('clamp', 'replace', 'latch'),
  from: text,
  to: text,
  because: text,
})

const explanation = object<Explanation>({
  sentences: list(text),
  base: number,
  value: number,
  facts: list(object<Explanation['facts'][number]>({ fact: text, value: text, reference: text, by: number })),
})

const prediction = object<PredictionRecord>(
  { model: text, version: text, calibrated: truth },
  {
    sha256: text,
    raw: anything,
    value: anything,
    fault: object<NonNullable<PredictionRecord['fault']>>({ code: text, message: text }),
  },
)

type OpenEntry = Omit<DecisionEntry, 'sealed'>
type OpenBack = Omit<BackEntry, 'sealed'>

const entryProperties = {
  kind: { const: 'decision' },
  id: text,
  at: time,
  system: text,
  decision: text,
  snapshot: text,
  context: described('The context fields that are public.', anyObject),
  predictions: list(prediction),
  probabilities: mapOf(probability),
  wanted: text,
  experience: text,
  propensity: probability,
  interventions: list(intervention),
  arms: mapOf(text),
  draw: number,
  reason,
  degraded: truth,
  timings: mapOf(number),
  cost: number,
  drop: number,
}

const step = object<Step>({ step: integer, after: text, because: text })

/** Something that was met before. */
export const met = object<Met>({ id: text, at: time, experience: text }, { episode: text })

const recent = object<Recent>({ interruptions: number, spent: mapOf(text), met: list(met) })

const entryOptions = {
  ...{ person: text, episode: text, key: text, asked: text, code: text, step },
  utilities: described('Expected utility of each experience the policy weighed.', mapOf(number)),
  audits: described(
    'By feedback: how likely a random audit asks for it, and whether it did.',
    mapOf(object<Audit>({ share: probability, asked: truth })),
  ),
  alike: described('Flights whose arms could not have differed in it.', list(text)),
  marginal: described(
    'Probability of the experience over the arms of its flights, where known.',
    probability,
  ),
  held: described('Experiences that a limit held back, and why.', mapOf(text)),
  apprentice: described(
    'What an apprentice would have chosen before guardrails, and with what probabilities.',
    object<NonNullable<OpenEntry['apprentice']>>({ experience: text, probabilities: mapOf(probability) }),
  ),
  latched: described('Guardrails that were latched, and why they had latched.', mapOf(text)),
}

/** The envelope of a decide request around the schema of a context. */
export function decideRequest(context: JsonSchema): JsonSchema {
  return {
    ...object<DecideRequest>(
      { context },
      {
        subject: described('Whom it concerns; stored sealed.', shortText),
        episode: described('Ties the steps of one story together.', shortText),
        key,
      },
    ),
    additionalProperties: false,
  }
}

/** What came back, around the schemas of a name and its value. */
export function feedbackRequest(name: JsonSchema, value: JsonSchema): JsonSchema {
  return { ...object<FeedbackRequest>({ name, value }, { key }), additionalProperties: false }
}

/** A decide answer around the schema of the experience a person meets. */
export function decideAnswer(experience: JsonSchema): JsonSchema {
  return object<DecideAnswer>(
    {
      id: text,
      experience,
      prediction: described('What the policy saw; null when there was nothing usable.', anything),
      reason,
      degraded: truth,
      guardrails: list(ref('Intervention')),
      propensity: probability,
      audits: described('Feedback the person is to be asked for: chance drew them.', list(text)),
      model: list(object<DecideAnswer['model'][number]>({ name: text, version: text })),
      arms: described('Arm of every flight it takes part in.', mapOf(text)),
      snapshot: text,
    },
    {
      explanation: ref('Explanation'),
      code: text,
      episode: described('The episode it belongs to, where there is one.', text),
    },
  )
}

/** An experience as it is met, around the schemas of its name, style and parameters. */
export function metExperience(name: JsonSchema, style: JsonSchema, parameters: JsonSchema): JsonSchema {
  return object<DecideAnswer['experience']>({ name, style, forcefulness: probability, parameters }, { text })
}

/** Components about decisions. */
export const decisionSchemas: Readonly<Record<string, JsonSchema>> = {
  Intervention: intervention,
  Explanation: explanation,
  DecideRequest: decideRequest(anything),
  DecideAnswer: decideAnswer(metExperience(text, ref('Style'), anything)),
  DecisionEntry: object<OpenEntry>(entryProperties, entryOptions),
  BackEntry: object<OpenBack>(
    {
      kind: word('exposure', 'feedback', 'correction', 'outcome', 'retraction'),
      decision: text,
      at: time,
      name: text,
    },
    { key: text, value: anything, person: text },
  ),
  Record: object<RecordDocument>(
    {
      record: ref('DecisionEntry'),
      private: orNull(
        object<PrivatePart>(
          { context: anyObject, parameters: anything },
          {
            subject: text,
            features: anyObject,
            wantedParameters: anything,
            text,
            attribution: anyObject,
            recent,
          },
        ),
      ),
      back: list(ref('BackEntry')),
    },
    { explanation: ref('Explanation') },
  ),
  Latest: object<LatestDocument>({
    decisions: list(
      object<OpenEntry & { position: number }>({ ...entryProperties, position: integer }, entryOptions),
    ),
    next: described('`before` of the next page; null on the last one.', orNull(integer)),
  }),
  Replay: object<ReplayDocument>({
    id: text,
    snapshot: text,
    equal: described(
      'True when the replayed record equals the recorded one to the bit, timings aside.',
      truth,
    ),
    stages: list(
      object<ReplayDocument['stages'][number]>({
        stage: text,
        recorded: anything,
        replayed: anything,
        equal: truth,
      }),
    ),
  }),
  FeedbackRequest: feedbackRequest(shortText, anything),
  FeedbackChange: {
    ...object<Pick<FeedbackRequest, 'value'>>({ value: anything }),
    additionalProperties: false,
  },
}
