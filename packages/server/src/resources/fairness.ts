import type { FairnessDocument } from 'holon'

import { measured } from '../as-sql.ts'
import { systemParam, tell } from '../openapi/told.ts'
import { periodOf } from '../query.ts'
import { described, ref, text, time } from '../schemas/build.ts'
import type { Resource } from '../served.ts'

/** `GET /systems/{system}/decisions/{decision}/fairness`: how groups fare, as declared. */
export const fairness: Resource = (app, { systems, patience }) => {
  app.get<{ Params: { system: string; decision: string } }>(
    '/systems/:system/decisions/:decision/fairness',
    told,
    (request, reply): Promise<FairnessDocument | string> => {
      const { params, query } = request
      const running = systems.named(params.system)
      const period = periodOf(query)
      return measured(request, reply, { running, patience }, (on) => on.fairness(params.decision, period))
    },
  )
}

const told = tell({
  summary: 'How groups fare',
  description:
    'Rates, errors and waits by group and by intersection of groups, after threshold, experience, guardrail and the response of the person; which common definitions of fairness hold, which cannot hold together, and where a difference turns around within strata. Groups below the minimum have no number.',
  tag: 'decisions',
  says: 'One report for each fairness declaration about the decision.',
  answer: ref('Fairness'),
  sql: true,
  params: { ...systemParam, decision: described('Name of a decision.', text) },
  query: {
    from: described('Decisions from this time on.', time),
    to: described('Decisions before this time.', time),
  },
})
