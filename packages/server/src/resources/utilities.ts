import type { Duration, ExperienceReport, TuneRequest, TuningDocument, Tunings, WhatIfDocument } from 'holon'

import { within } from '../deadline.ts'
import { systemParam, tell } from '../openapi/told.ts'
import { periodOf, textOf } from '../query.ts'
import { described, list, ref, text, time } from '../schemas/build.ts'
import type { Resource } from '../served.ts'

interface PointRoute {
  Params: { system: string; decision: string }
}

const point = '/systems/:system/decisions/:decision'

/** What experiences are worth: versions of it, what others would have done, and what people met. */
export const utilities: Resource = (app, { systems, patience }) => {
  app.get<{ Params: { system: string } }>(
    '/systems/:system/tunings',
    versions,
    ({ params }): Promise<readonly TuningDocument[]> =>
      within(patience, systems.named(params.system).tunings()),
  )

  app.post<PointRoute & { Body: Omit<TuneRequest, 'decision'> }>(
    `${point}/tunings`,
    tune,
    async ({ params, body }, reply): Promise<TuningDocument> => {
      const { system, decision } = params
      const made = await within(patience, systems.named(system).tune({ ...body, decision }))
      reply.code(201)
      return made
    },
  )

  app.post<PointRoute & { Body: { experiences: Tunings[string]; limit?: number } }>(
    `${point}/what-if`,
    whatIf,
    ({ params, body }): Promise<WhatIfDocument> =>
      within(patience, systems.named(params.system).whatIf(params.decision, body.experiences, body.limit)),
  )

  app.get<PointRoute>(`${point}/experience`, experience, ({ params, query }): Promise<ExperienceReport> => {
    const every = textOf(query, 'every')
    const options = { ...periodOf(query), ...(every !== undefined && { every: every as Duration }) }
    return within(patience, systems.named(params.system).experience(params.decision, options))
  })
}

const params = { ...systemParam, decision: described('Name of a decision.', text) }

const versions = tell({
  summary: 'Versions of utilities',
  tag: 'systems',
  says: 'What was tuned, oldest first; of each decision the latest version holds.',
  answer: list(ref('Tuning')),
  params: systemParam,
})

const tune = tell({
  summary: 'Change utilities',
  description:
    'Puts other values, costs and costs of interrupting to work, as a new version and under a new snapshot. Replaces all earlier changes of the decision; what is left out is as declared.',
  tag: 'systems',
  says: 'The new version.',
  status: 201,
  answer: ref('Tuning'),
  params,
  body: ref('Tune'),
})

const whatIf = tell({
  summary: 'What other utilities would have done',
  tag: 'decisions',
  says: 'The latest decisions under the present and the proposed utilities, guardrails aside.',
  answer: ref('WhatIf'),
  params,
  body: ref('WhatIfRequest'),
})

const experience = tell({
  summary: 'Interruptions and interventions',
  tag: 'decisions',
  says: 'How often people were interrupted, and what each guardrail did, over time.',
  answer: ref('ExperienceReport'),
  params,
  query: {
    from: described('Decisions from this time on.', time),
    to: described('Decisions before this time.', time),
    every: described('Length of a stretch of time, for example "1 day"; "1 hour" if not given.', text),
  },
})
