import type { CaseAnswer, CaseClaim, CaseDocument, EpisodeDocument, LatchDocument, LatchReset } from 'holon'

import {
  anyObject,
  anything,
  described,
  integer,
  type JsonSchema,
  list,
  object,
  ref,
  text,
  time,
  word,
  words,
} from './build.ts'
import { met } from './decision.ts'

const somebody = words(200)

/** Components about what follows a decision: ladders, cases handed over, guardrails that hold. */
export const followingSchemas: Readonly<Record<string, JsonSchema>> = {
  Episode: object<EpisodeDocument>(
    { episode: text, steps: described('Oldest first.', list(ref('Record'))) },
    {
      next: object<NonNullable<EpisodeDocument['next']>>({
        ...{ decision: text, experience: text, step: integer, due: time },
      }),
      ended: object<NonNullable<EpisodeDocument['ended']>>({
        by: described('The feedback that ended it, `person-erased` or `ladder-changed`.', text),
        at: time,
      }),
    },
  ),
  Case: object<CaseDocument>(
    {
      id: text,
      about: described('The decision it is about.', text),
      decision: text,
      to: text,
      asks: text,
      at: time,
      due: time,
      state: word('open', 'overdue', 'answered'),
      answer: described('Feedback that the answer is.', text),
      answerSchema: described('JSON Schema of its value.', anyObject),
      experience: text,
      reason: text,
      prediction: anything,
      context: described('Without what concerns the person, once they are erased.', anyObject),
      why: described('Why the prediction came out so.', list(text)),
      history: described('What the person met before, newest first.', list(met)),
    },
    {
      feedback: described('Feedback that handed it over; absent where the decision did.', text),
      reported: anything,
      episode: text,
      text,
      claimed: object<NonNullable<CaseDocument['claimed']>>({ by: text, until: time }),
      answered: object<NonNullable<CaseDocument['answered']>>(
        { at: time },
        { by: text, value: anything, note: text },
      ),
    },
  ),
  CaseClaim: { ...object<CaseClaim>({ by: somebody }), additionalProperties: false },
  CaseAnswer: {
    ...object<CaseAnswer>(
      { value: anything, by: described('Who answers; goes into the log.', somebody) },
      { note: described('Why so; sealed for the person it concerns.', words(2000)) },
    ),
    additionalProperties: false,
  },
  Latch: object<LatchDocument>({
    decision: text,
    guardrail: text,
    person: described('Pseudonym of whom it holds for; nobody in particular has one too.', text),
    because: text,
    id: described('The decision in which it latched; empty where it did at the actuator.', text),
    at: time,
  }),
  LatchReset: {
    ...object<LatchReset>(
      { decision: text, guardrail: text, by: somebody, reason: words(2000) },
      { person: described('Pseudonym; without one, nobody in particular.', text) },
    ),
    additionalProperties: false,
  },
}
