import type { IndicatorsDocument } from 'holon'

import { within } from '../deadline.ts'
import { systemParam, tell } from '../openapi/told.ts'
import { ref } from '../schemas/build.ts'
import type { Resource } from '../served.ts'

/** `GET /systems/{system}/indicators`: how well leading indicators told of the goals they support. */
export const indicators: Resource = (app, { systems, patience }) => {
  app.get<{ Params: { system: string } }>(
    '/systems/:system/indicators',
    told,
    ({ params }): Promise<IndicatorsDocument> => within(patience, systems.named(params.system).indicators()),
  )
}

const told = tell({
  summary: 'What leading indicators told',
  description:
    'Over all flights that have ended: how well the effect on each leading indicator predicted the effect on each goal that it is declared to support; `misleading` where it did not, or went the other way.',
  tag: 'systems',
  says: 'Each indicator with each goal that it supports.',
  answer: ref('Indicators'),
  params: systemParam,
})
