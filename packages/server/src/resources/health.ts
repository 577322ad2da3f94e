import type { HealthDocument } from 'holon'
import { tell } from '../openapi/told.ts'
import { ref } from '../schemas/build.ts'
import type { Resource } from '../served.ts'

/** `GET /health`: open to everyone, so that machines can watch; what is not well is told only to who knows the key. */
export const health: Resource = (app, { systems, version, demo, knows }) => {
  app.get('/health', told, (request): HealthDocument => {
    const problems = systems.all.flatMap((system) => system.problems())
    return {
      status: problems.length === 0 ? 'ok' : 'degraded',
      version,
      problems: knows(request) ? problems : [],
      demo,
    }
  })
}

const told = tell({
  summary: 'Is the server well?',
  tag: 'operation',
  open: true,
  says: 'How it is.',
  answer: ref('Health'),
})
