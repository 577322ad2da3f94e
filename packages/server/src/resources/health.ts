import { type HealthDocument, HolonError } from 'holon'
import { tell } from '../openapi/told.ts'
import { ref } from '../schemas/build.ts'
import type { Resource } from '../served.ts'
import type { Simulations } from '../simulations.ts'

/** `GET /health`: open to everyone, so that machines can watch; what is not well is told only to who knows the key. */
export const health: Resource = (app, { systems, version, demo, knows, simulations }) => {
  const worlds = systems.all.map(({ name }) => name).filter((name) => hasWorld(simulations, name))
  app.get('/health', told, (request): HealthDocument => {
    const problems = systems.all.flatMap((system) => system.problems())
    return {
      status: problems.length === 0 ? 'ok' : 'degraded',
      version,
      problems: knows(request) ? problems : [],
      demo,
      worlds,
    }
  })
}

function hasWorld(simulations: Simulations | undefined, system: string): boolean {
  try {
    return simulations?.world(system) !== undefined
  } catch (error) {
    if (error instanceof HolonError && error.code === 'not-found') return false
    throw error
  }
}

const told = tell({
  summary: 'Is the server well?',
  tag: 'operation',
  open: true,
  says: 'How it is.',
  answer: ref('Health'),
})
