import type { GoalDocument, GoalOptions } from 'holon'

import { measured } from '../as-sql.ts'
import { systemParam, tell } from '../openapi/told.ts'
import { periodOf, textOf } from '../query.ts'
import { described, list, ref, text, time } from '../schemas/build.ts'
import type { Resource } from '../served.ts'

/** `GET /systems/{system}/goals`: values of all goals, with intervals. */
export const goals: Resource = (app, { systems, patience }) => {
  app.get<{ Params: { system: string } }>(
    '/systems/:system/goals',
    told,
    (request, reply): Promise<readonly GoalDocument[] | string> => {
      const running = systems.named(request.params.system)
      const options = optionsIn(request.query)
      return measured(request, reply, { running, patience }, (on) => on.goals(options))
    },
  )
}

function optionsIn(query: unknown): GoalOptions {
  const slice = textOf(query, 'slice')
  return { ...periodOf(query), ...(slice !== undefined && { slice }) }
}

const told = tell({
  summary: 'Goals',
  description: 'Missing evidence is `inconclusive`, never met.',
  tag: 'systems',
  says: 'The goals in the order of their declaration.',
  answer: list(ref('Goal')),
  sql: true,
  params: systemParam,
  query: {
    from: described('Decisions from this time on.', time),
    to: described('Decisions before this time.', time),
    slice: described('A public context field: one value per value of it.', text),
  },
})
