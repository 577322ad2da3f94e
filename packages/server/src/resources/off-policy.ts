import { HolonError, type LoggedDocument, type OffPolicyDocument, type OffPolicyRequest } from 'holon'

import { measured } from '../as-sql.ts'
import { within } from '../deadline.ts'
import { systemParam, tell } from '../openapi/told.ts'
import { integerOf, periodOf, textOf } from '../query.ts'
import { described, integer, ref, text, time } from '../schemas/build.ts'
import type { Resource } from '../served.ts'

interface PointRoute {
  Params: { system: string; decision: string }
}

const point = '/systems/:system/decisions/:decision'

/** What other policies would have done, and the logged decisions that tell it. */
export const offPolicy: Resource = (app, { systems, patience }) => {
  app.post<PointRoute & { Body: OffPolicyRequest }>(
    `${point}/off-policy`,
    evaluate,
    ({ params, body }): Promise<OffPolicyDocument> =>
      within(patience, systems.named(params.system).offPolicy(params.decision, body)),
  )

  app.get<PointRoute>(`${point}/logged`, logged, (asked, reply): Promise<LoggedDocument | string> => {
    const { params, query } = asked
    const reward = textOf(query, 'reward')
    if (reward === undefined) throw unrewarded()
    const limit = integerOf(query, 'limit', 1, 50_000)
    const request = { reward, ...periodOf(query), ...(limit !== undefined && { limit }) }
    const running = systems.named(params.system)
    return measured(asked, reply, { running, patience }, (on) => on.logged(params.decision, request))
  })
}

const unrewarded = (): HolonError =>
  new HolonError('request-invalid', 'The query parameter "reward" is missing.', 'Name a goal or a feedback.')

const params = { ...systemParam, decision: described('Name of a decision.', text) }

const evaluate = tell({
  summary: 'What another policy would have done',
  description:
    'The value of other policies from what was logged, with intervals and the difference to what was logged. They decide again on every record, guardrails included. Refused, with reasons and the exploration that it takes, where the log cannot know.',
  tag: 'decisions',
  says: 'One evaluation a policy, in the order asked for.',
  answer: ref('OffPolicy'),
  params,
  body: ref('OffPolicyRequest'),
})

const logged = tell({
  summary: 'Logged decisions with their probabilities',
  description:
    'What tools for contextual bandits need: no private field is among it. As SQL, the mean of their reward.',
  tag: 'decisions',
  says: 'The latest decisions, oldest first.',
  answer: ref('Logged'),
  sql: true,
  params,
  query: {
    reward: described('A goal about the decision, or one of its feedbacks.', text),
    from: described('Decisions from this time on.', time),
    to: described('Decisions before this time.', time),
    limit: described('The latest so many; 10,000 if not given.', integer),
  },
})
