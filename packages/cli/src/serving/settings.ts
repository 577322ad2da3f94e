import { HolonError } from 'holon'

/** What the environment says about serving. */
export interface Settings {
  readonly host?: string
  readonly port?: number
  readonly apiKey?: string
  /** Simulated people, and switches to break models. */
  readonly demo: boolean
  /** Simulated people come so many times as often as their world says. */
  readonly speed: number
}

const fastest = 1000

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
  return {
    ...(host !== '' && { host }),
    ...(port !== '' && { port: portOf(port) }),
    ...(apiKey !== '' && { apiKey }),
    ...demoOf(demo),
  }
}

function demoOf(text: string): Pick<Settings, 'demo' | 'speed'> {
  if (text === 'on' || text === 'off') return { demo: text === 'on', speed: 1 }
  const speed = text.trim() === '' ? Number.NaN : Number(text)
  if (speed > 0 && speed <= fastest) return { demo: true, speed }
  throw new HolonError(
    'config-invalid',
    `HOLON_DEMO is "${text}".`,
    `Set it to on, to off, or to how many times as many people shall come, at most ${fastest}.`,
  )
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
