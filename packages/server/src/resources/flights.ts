import type { AssigningDocument, FlightDocument, FlightRequest, RampRequest, StopRequest } from 'holon'
import { HolonError } from 'holon'

import { within } from '../deadline.ts'
import { systemParam, tell } from '../openapi/told.ts'
import { described, list, ref, text } from '../schemas/build.ts'
import type { Resource } from '../served.ts'

interface FlightRoute {
  Params: { system: string; flight: string }
}

const place = '/systems/:system/flights'

/** Changes on their way to people: started, ramped and stopped, and who is in which arm. */
export const flights: Resource = (app, { systems, patience }) => {
  app.get<{ Params: { system: string } }>(place, all, ({ params }): readonly FlightDocument[] =>
    systems.named(params.system).flights(),
  )

  app.post<{ Params: { system: string }; Body: FlightRequest }>(
    place,
    start,
    async ({ params, body }, reply): Promise<FlightDocument> => {
      const made = await within(patience, systems.named(params.system).startFlight(body))
      reply.code(201)
      return made
    },
  )

  app.get<{ Params: { system: string } }>(
    `${place}/assigning`,
    assigning,
    ({ params }): AssigningDocument => systems.named(params.system).assigning(),
  )

  app.get<FlightRoute>(`${place}/:flight`, one, ({ params }): FlightDocument => {
    const known = systems.named(params.system).flights()
    const found = known.find(({ name }) => name === params.flight)
    if (found !== undefined) return found
    throw new HolonError(
      'name-unknown',
      `There is no flight "${params.flight}".`,
      known.length === 0 ? 'Start one first.' : `Use one of: ${known.map(({ name }) => name).join(', ')}.`,
    )
  })

  app.post<FlightRoute & { Body: RampRequest }>(
    `${place}/:flight/ramp`,
    ramp,
    ({ params, body }): Promise<FlightDocument> =>
      within(patience, systems.named(params.system).rampFlight(params.flight, body)),
  )

  app.post<FlightRoute & { Body: StopRequest }>(
    `${place}/:flight/stop`,
    stop,
    ({ params, body }): Promise<FlightDocument> =>
      within(patience, systems.named(params.system).stopFlight(params.flight, body)),
  )
}

const params = { ...systemParam, flight: described('Name of a flight.', text) }

const all = tell({
  summary: 'Flights',
  tag: 'systems',
  says: 'All flights there ever were, by name.',
  answer: list(ref('Flight')),
  params: systemParam,
})

const start = tell({
  summary: 'Start a flight',
  description:
    'Lets a share of people, episodes or decisions meet changes of a decision point, each unit in an arm in which it stays. Decisions are taken under a new snapshot from then on.',
  tag: 'systems',
  says: 'The flight.',
  status: 201,
  answer: ref('Flight'),
  params: systemParam,
  body: ref('FlightRequest'),
})

const assigning = tell({
  summary: 'Who is in which arm',
  description:
    'All that a client needs to assign by itself: with `assign` of `holon/flight`, or `@holon/client/flight`.',
  tag: 'systems',
  says: 'What of the running and kept flights assigns.',
  answer: ref('Assigning'),
  params: systemParam,
})

const one = tell({
  summary: 'One flight',
  tag: 'systems',
  says: 'The flight, and all that was done to it.',
  answer: ref('Flight'),
  params,
})

const ramp = tell({
  summary: 'Ramp a flight',
  description: 'Puts another share of all units into it. Whoever is in it stays in their arm.',
  tag: 'systems',
  says: 'The flight.',
  answer: ref('Flight'),
  params,
  body: ref('RampRequest'),
})

const stop = tell({
  summary: 'Stop a flight',
  description: 'Everybody gets what is declared again or, with `keep`, one of its arms.',
  tag: 'systems',
  says: 'The flight.',
  answer: ref('Flight'),
  params,
  body: ref('StopRequest'),
})
