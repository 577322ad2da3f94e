import type { CaseAnswer, CaseClaim, CaseDocument, CaseOptions, CaseState } from 'holon'
import { HolonError } from 'holon'

import { within } from '../deadline.ts'
import { systemParam, tell } from '../openapi/told.ts'
import { integerOf, textOf } from '../query.ts'
import { described, integer, list, object, ref, text, word } from '../schemas/build.ts'
import type { Resource } from '../served.ts'

interface CaseParams {
  readonly system: string
  readonly id: string
}

const states = ['open', 'overdue', 'answered'] as const
const largestPage = 1000

/** The cases that were handed to people: reading, claiming and answering them. */
export const queue: Resource = (app, { systems, patience }) => {
  app.get<{ Params: Pick<CaseParams, 'system'> }>(
    '/systems/:system/queue',
    read,
    async ({ params, query }): Promise<{ readonly cases: readonly CaseDocument[] }> => ({
      cases: await within(patience, systems.named(params.system).queue(optionsIn(query))),
    }),
  )

  app.post<{ Params: CaseParams; Body: CaseClaim }>(
    '/systems/:system/queue/:id/claim',
    claim,
    ({ params, body }): Promise<CaseDocument> =>
      within(patience, systems.named(params.system).claimCase(params.id, body.by)),
  )

  app.post<{ Params: CaseParams; Body: CaseAnswer }>(
    '/systems/:system/queue/:id/answer',
    answer,
    ({ params, body: { value, ...who } }): Promise<CaseDocument> =>
      within(patience, systems.named(params.system).answerCase(params.id, value, who)),
  )
}

function optionsIn(query: unknown): CaseOptions {
  const to = textOf(query, 'to')
  const state = stateIn(query)
  const limit = integerOf(query, 'limit', 1, largestPage)
  return {
    ...(to !== undefined && { to }),
    ...(state !== undefined && { state }),
    ...(limit !== undefined && { limit }),
  }
}

function stateIn(query: unknown): CaseState | undefined {
  const given = textOf(query, 'state')
  const state = states.find((one) => one === given)
  if (given === state) return state
  throw new HolonError(
    'request-invalid',
    `There is no state "${given?.slice(0, 60)}".`,
    `Use ${states.join(' or ')}.`,
  )
}

const caseParam = { ...systemParam, id: described('Id of a case.', text) }

const read = tell({
  summary: 'Cases handed over',
  tag: 'people',
  says: 'What is to be answered, why, and until when: the most urgent first, or the latest answered.',
  answer: object<{ cases: readonly CaseDocument[] }>({ cases: list(ref('Case')) }),
  params: systemParam,
  query: {
    to: described('Only those of this person, as the system names them.', text),
    state: described('Default `open`, which those that are overdue are too.', word(...states)),
    limit: described(`How many; at most ${largestPage}, 100 if not given.`, integer),
  },
})

const claim = tell({
  summary: 'Claim a case',
  description: 'It is kept ten minutes for whoever claims it.',
  tag: 'people',
  says: 'The case.',
  answer: ref('Case'),
  params: caseParam,
  body: ref('CaseClaim'),
})

const answer = tell({
  summary: 'Answer a case',
  description: 'Records the feedback the case waits for, and who gave it. A case is answered once.',
  tag: 'people',
  says: 'The case, answered.',
  answer: ref('Case'),
  params: caseParam,
  body: ref('CaseAnswer'),
})
