import type { EpisodeDocument } from 'holon'

import { within } from '../deadline.ts'
import { systemParam, tell } from '../openapi/told.ts'
import { described, ref, text } from '../schemas/build.ts'
import type { Resource } from '../served.ts'

/** `GET /systems/{system}/episodes/{episode}`: how the ladder of an episode stands. */
export const episodes: Resource = (app, { systems, patience }) => {
  app.get<{ Params: { system: string; episode: string } }>(
    '/systems/:system/episodes/:episode',
    told,
    ({ params }): Promise<EpisodeDocument> =>
      within(patience, systems.named(params.system).episode(params.episode)),
  )
}

const told = tell({
  summary: 'An episode',
  description: 'Known for a month after its ladder has ended.',
  tag: 'decisions',
  says: 'The steps that were taken, when the next one is due, and what ended it.',
  answer: ref('Episode'),
  params: { ...systemParam, episode: described('The episode, as a decision answered it.', text) },
})
