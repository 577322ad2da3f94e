import { type Fault, HolonError, type Running } from 'holon'

import { within } from '../deadline.ts'
import { systemParam, tell } from '../openapi/told.ts'
import { described, ref, text } from '../schemas/build.ts'
import type { Resource } from '../served.ts'

interface FaultRoute {
  Params: { system: string; model: string }
  Body: Fault
}

const address = '/systems/:system/models/:model/fault'

/** Models broken on purpose, to see that the product keeps answering. Changing one is for demonstrations only. */
export const faults: Resource = (app, { systems, demo, patience }) => {
  app.get<FaultRoute>(
    address,
    read,
    ({ params }): Fault => faultOf(systems.named(params.system), params.model),
  )

  app.put<FaultRoute>(address, change, async ({ params, body }): Promise<Fault> => {
    if (!demo) throw notDemo
    const system = systems.named(params.system)
    faultOf(system, params.model)
    await within(patience, system.setFault(params.model, body))
    return faultOf(system, params.model)
  })
}

function faultOf(system: Running, model: string): Fault {
  const found = system.document().components.find((one) => one.name === model)?.model
  if (found !== undefined) return found.fault
  throw new HolonError(
    'name-unknown',
    `The system "${system.name}" has no model "${model}".`,
    `See /api/v1/systems/${system.name} for its models.`,
  )
}

const notDemo = new HolonError(
  'not-allowed',
  'Models are broken on purpose only in a demonstration.',
  'Start the server as a demonstration.',
)

const params = { ...systemParam, model: described('Name of a model.', text) }

const read = tell({
  summary: 'Is a model broken on purpose?',
  tag: 'operation',
  says: 'How it is broken; `none` when it is not.',
  answer: ref('Fault'),
  params,
})

const change = tell({
  summary: 'Break or restore a model',
  description: 'Only in a demonstration.',
  tag: 'operation',
  says: 'How it is broken now.',
  answer: ref('Fault'),
  params,
  body: ref('Fault'),
})
