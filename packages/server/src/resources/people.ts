import type { EraseAnswer } from 'holon'

import { within } from '../deadline.ts'
import { tell } from '../openapi/told.ts'
import { described, ref, text } from '../schemas/build.ts'
import type { Resource } from '../served.ts'

/** `DELETE /people/{subject}`: drops the key of a person, in every system. */
export const people: Resource = (app, { systems, patience }) => {
  app.delete<{ Params: { subject: string } }>(
    '/people/:subject',
    told,
    async ({ params }): Promise<EraseAnswer> => {
      const work = Promise.all(systems.all.map((system) => system.erase(params.subject)))
      const answers = await within(patience, work)
      return { erased: answers.some((answer) => answer.erased) }
    },
  )
}

const told = tell({
  summary: 'Erase a person',
  description: 'Their fields cannot be read any more, in any copy; sums and the replay of others stay.',
  tag: 'people',
  says: 'Whether there was someone to erase.',
  answer: ref('EraseAnswer'),
  params: { subject: described('Whom decisions concerned, as given to them.', text) },
})
