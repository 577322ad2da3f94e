import type { Running, SystemDocument } from 'holon'
import { systemParam, tell } from '../openapi/told.ts'
import { list, ref } from '../schemas/build.ts'
import type { Resource } from '../served.ts'

/** `GET /systems`, `GET /systems/{system}`: the declarations. */
export const systems: Resource = (app, { systems, pages }) => {
  const document = (system: Running): SystemDocument =>
    pages.has(system.name) ? { ...system.document(), page: `/products/${system.name}/` } : system.document()

  app.get('/systems', all, (): SystemDocument[] => systems.all.map(document))

  app.get<{ Params: { system: string } }>(
    '/systems/:system',
    one,
    (request): SystemDocument => document(systems.named(request.params.system)),
  )
}

const all = tell({
  summary: 'All systems',
  tag: 'systems',
  says: 'Their declarations.',
  answer: list(ref('System')),
})

const one = tell({
  summary: 'One system',
  description: 'Components, boundary, decisions with their schemas, goals, loops, findings.',
  tag: 'systems',
  says: 'Its declaration.',
  answer: ref('System'),
  params: systemParam,
})
