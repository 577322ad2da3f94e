import {
  HolonError,
  type SimulationRequest,
  type SimulationRun,
  type SimulationSummary,
  type WorldDocument,
} from 'holon'

import { within } from '../deadline.ts'
import { systemParam, tell } from '../openapi/told.ts'
import { described, list, object, ref, text, words } from '../schemas/build.ts'
import type { Resource } from '../served.ts'
import type { Simulations } from '../simulations.ts'

interface OfSystem {
  Params: { system: string }
}

interface OfRun {
  Params: { system: string; id: string }
}

const all = '/systems/:system/simulations'
const one = `${all}/:id`

/** Worlds around systems: what can be simulated, runs of it, and their reports. Starting some is for demonstrations only. */
export const simulations: Resource = (app, { systems, demo, patience, simulations: given }) => {
  /** What runs the worlds, for a system that is here. */
  const of = (system: string): Simulations => {
    systems.named(system)
    if (given === undefined) throw noWorlds
    return given
  }
  const changing = (system: string): Simulations => {
    const found = of(system)
    if (!demo) throw notDemo
    return found
  }

  app.get<OfSystem>(
    '/systems/:system/world',
    world,
    ({ params }): WorldDocument => of(params.system).world(params.system),
  )

  app.get<OfSystem>(
    all,
    lists,
    ({ params }): Promise<readonly SimulationSummary[]> =>
      within(patience, of(params.system).list(params.system)),
  )

  app.post<OfSystem & { Body: SimulationRequest }>(
    all,
    start,
    async ({ params, body }, reply): Promise<SimulationSummary> => {
      const started = await within(patience, changing(params.system).start(params.system, body))
      reply.code(201)
      return started
    },
  )

  app.get<OfRun>(
    one,
    read,
    ({ params: { system, id } }): Promise<SimulationRun> => within(patience, of(system).run(system, id)),
  )

  app.delete<OfRun>(one, remove, async ({ params: { system, id } }, reply): Promise<void> => {
    await within(patience, changing(system).remove(system, id))
    reply.code(204)
  })

  app.post<OfRun>(
    `${one}/pause`,
    pause,
    ({ params: { system, id } }): Promise<SimulationSummary> =>
      within(patience, changing(system).pause(system, id)),
  )

  app.post<OfRun>(
    `${one}/resume`,
    resume,
    ({ params: { system, id } }): Promise<SimulationSummary> =>
      within(patience, changing(system).resume(system, id)),
  )

  app.post<OfRun & { Body: { scenario: string } }>(
    `${one}/scenarios`,
    inject,
    ({ params: { system, id }, body }): Promise<SimulationSummary> =>
      within(patience, changing(system).inject(system, id, body.scenario)),
  )
}

const noWorlds = new HolonError(
  'not-found',
  'Nothing is simulated by this server.',
  'Start it by `holon serve`, with a product that has a world.',
)

const notDemo = new HolonError(
  'not-allowed',
  'Worlds are simulated only in a demonstration.',
  'Start the server as a demonstration, or use `holon simulate`.',
)

const params = { ...systemParam, id: described('Id of a run.', text) }

const world = tell({
  summary: 'The world around a system',
  tag: 'simulation',
  says: 'What is assumed, and what can be set, befall it, or be compared.',
  answer: ref('World'),
  params: systemParam,
})

const lists = tell({
  summary: 'Runs of its world',
  tag: 'simulation',
  says: 'Newest first, without their reports.',
  answer: list(ref('SimulationSummary')),
  params: systemParam,
})

const start = tell({
  summary: 'Simulate',
  description:
    'Runs the very same system with simulated people in virtual time. The same request gives the same result. Only in a demonstration.',
  tag: 'simulation',
  status: 201,
  says: 'The run, which has begun.',
  answer: ref('SimulationSummary'),
  params: systemParam,
  body: ref('SimulationRequest'),
})

const read = tell({
  summary: 'One run',
  tag: 'simulation',
  says: 'How it stands, and its reports so far.',
  answer: ref('SimulationRun'),
  params,
})

const remove = tell({
  summary: 'Forget a run',
  description: 'Ends it where it still runs. Only in a demonstration.',
  tag: 'simulation',
  status: 204,
  says: 'It is forgotten.',
  params,
})

const pause = tell({
  summary: 'Let a run wait',
  description: 'One that is over stays as it is. Only in a demonstration.',
  tag: 'simulation',
  says: 'How it stands.',
  answer: ref('SimulationSummary'),
  params,
})

const resume = tell({
  summary: 'Let a run go on',
  description: 'Only in a demonstration.',
  tag: 'simulation',
  says: 'How it stands.',
  answer: ref('SimulationSummary'),
  params,
})

const inject = tell({
  summary: 'Let a scenario befall a run',
  description: 'From now on; where it says when, that counts from now. Only in a demonstration.',
  tag: 'simulation',
  says: 'How it stands.',
  answer: ref('SimulationSummary'),
  params,
  body: {
    ...object<{ scenario: string }>({ scenario: described('Its name.', words(200)) }),
    additionalProperties: false,
  },
})
