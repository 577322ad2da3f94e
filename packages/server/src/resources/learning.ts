import type { LearnedDocument, LearningDocument, LearnRequest } from 'holon'

import { within } from '../deadline.ts'
import { systemParam, tell } from '../openapi/told.ts'
import { integerOf, periodOf, textOf } from '../query.ts'
import { described, integer, ref, text, time } from '../schemas/build.ts'
import type { Resource } from '../served.ts'

interface PointRoute {
  Params: { system: string; decision: string }
}

const point = '/systems/:system/decisions/:decision'

/** Policies that learn from the log. */
export const learning: Resource = (app, { systems, patience }) => {
  app.post<PointRoute & { Body: LearnRequest }>(
    `${point}/learn`,
    learn,
    async ({ params, body }, reply): Promise<LearnedDocument> => {
      const made = await within(patience, systems.named(params.system).learn(params.decision, body))
      reply.code(201)
      return made
    },
  )

  app.get<PointRoute>(`${point}/learned`, learned, ({ params, query }): Promise<LearningDocument> => {
    const variant = textOf(query, 'variant')
    const limit = integerOf(query, 'limit', 1, 50_000)
    const asked = {
      ...periodOf(query),
      ...(variant !== undefined && { variant }),
      ...(limit !== undefined && { limit }),
    }
    return within(patience, systems.named(params.system).learned(params.decision, asked))
  })
}

const params = { ...systemParam, decision: described('Name of a decision.', text) }

const learn = tell({
  summary: 'Learn from the log',
  description:
    'Lets the policy of a decision learn from all decisions whose reward is settled, and puts what it learned to work under a new snapshot. Where nothing new is known, the version at work is answered.',
  tag: 'systems',
  says: 'What was learned.',
  status: 201,
  answer: ref('Learned'),
  params,
  body: ref('LearnRequest'),
})

const learned = tell({
  summary: 'What a policy has learned',
  description: 'And how it does, where it is an apprentice: from what it would have done in every decision.',
  tag: 'decisions',
  says: 'The version at work, and the score.',
  answer: ref('Learning'),
  params,
  query: {
    variant: described('Of a declared variant; the declared policy if not given.', text),
    from: described('Decisions from this time on.', time),
    to: described('Decisions before this time.', time),
    limit: described('The latest so many; 10,000 if not given.', integer),
  },
})
