import type { Problem } from 'holon'

/** The error class of the studio: mostly what the server answered, or that it did not (`server-away`). `fix` says what to do. */
export class StudioError extends Error {
  readonly code: string
  readonly fix: string | undefined
  /** HTTP status; 0 when nothing answered. */
  readonly status: number

  constructor(code: string, message: string, fix: string | undefined, status: number) {
    super(message)
    this.name = 'StudioError'
    this.code = code
    this.fix = fix
    this.status = status
  }
}

/** The error of a request that nothing answered. */
export function serverAway(): StudioError {
  return new StudioError(
    'server-away',
    'The server does not answer.',
    'Start it with "npm start", or wait: this page connects again by itself.',
    0,
  )
}

/** The error in a response: `application/problem+json`, or what its status says when the body is something else. */
export async function errorOf(response: Response): Promise<StudioError> {
  const problem = await readProblem(response)
  if (problem !== undefined)
    return new StudioError(problem.code, problem.detail, problem.fix, response.status)
  const status = `${response.status} ${response.statusText}`.trim()
  return new StudioError(
    'answer-unreadable',
    `The server answered ${status}.`,
    'Look at the log of the server.',
    response.status,
  )
}

async function readProblem(response: Response): Promise<Problem | undefined> {
  if (!(response.headers.get('content-type') ?? '').includes('json')) return undefined
  try {
    const body: Partial<Problem> = await response.json()
    return typeof body.detail === 'string' && typeof body.code === 'string' ? (body as Problem) : undefined
  } catch {
    return undefined
  }
}
