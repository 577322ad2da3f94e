import { HolonError } from 'holon'

/** What the environment says about serving. */
export interface Settings {
  readonly host?: string
  readonly port?: number
  readonly apiKey?: string
  /** Simulated people, and switches to break models. */
  readonly demo: boolean
}

/**
 * Reads `HOST`, `PORT`, `HOLON_API_KEY` and `HOLON_DEMO`.
 *
 * @throws HolonError `config-invalid`
 */
export function settingsFrom(environment: Readonly<Record<string, string | undefined>>): Settings {
  const {
    HOST: host = '',
    PORT: port = '',
    HOLON_API_KEY: apiKey = '',
    HOLON_DEMO: demo = 'on',
  } = environment
  if (demo !== 'on' && demo !== 'off') {
    throw new HolonError('config-invalid', `HOLON_DEMO is "${demo}".`, 'Set it to on or off.')
  }
  return {
    ...(host !== '' && { host }),
    ...(port !== '' && { port: portOf(port) }),
    ...(apiKey !== '' && { apiKey }),
    demo: demo === 'on',
  }
}

function portOf(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new HolonError(
    'config-invalid',
    `PORT is "${text}".`,
    'Set it to a number from 1 to 65535, or to 0 for any free port.',
  )
}
