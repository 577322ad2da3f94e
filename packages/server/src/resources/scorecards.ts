import type { Duration, ScorecardDocument } from 'holon'

import { measured } from '../as-sql.ts'
import { systemParam, tell } from '../openapi/told.ts'
import { textOf } from '../query.ts'
import { described, ref, text } from '../schemas/build.ts'
import type { Resource } from '../served.ts'

/** `GET /systems/{system}/flights/{flight}/scorecard`: what a flight did to every layer of goals. */
export const scorecards: Resource = (app, { systems, patience }) => {
  app.get<{ Params: { system: string; flight: string } }>(
    '/systems/:system/flights/:flight/scorecard',
    told,
    (request, reply): Promise<ScorecardDocument | string> => {
      const { params, query } = request
      const [before, sinceMet, slices] = ['before', 'sinceMet', 'slices'].map((name) => textOf(query, name))
      const options = {
        ...(before !== undefined && { before: before as Duration }),
        ...(sinceMet !== undefined && { sinceMet: sinceMet as Duration }),
        ...(slices !== undefined && { slices: slices.split(',') }),
      }
      const running = systems.named(params.system)
      return measured(request, reply, { running, patience }, (on) => on.scorecard(params.flight, options))
    },
  )
}

const told = tell({
  summary: 'What a flight did',
  description:
    'The effect of each arm on every goal, layer by layer, with intervals that hold as the flight said when it started: however often one looks, where it said nothing; whether units came in the shares of the flight and who is missing; cost beside value; and one verdict by rules that are stated.',
  tag: 'systems',
  says: 'The scorecard.',
  answer: ref('Scorecard'),
  sql: true,
  params: { ...systemParam, flight: described('Name of a flight.', text) },
  query: {
    before: described('Takes out what so long before explains (CUPED): `14 days`.', text),
    sinceMet: described('Compares the main goal in stretches since the flight was met: `7 days`.', text),
    slices: described('Public context fields that split the main goal, with commas between them.', text),
  },
})
