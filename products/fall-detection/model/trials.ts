import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { HolonError } from 'holon'
import { z } from 'zod'
import { hertz, type Reading } from '../domain/reading.ts'

/** One recording of a person who fell on purpose, or did something of every day. */
export interface Trial {
  readonly subject: number
  readonly fall: boolean
  /** What they did, by the word of the data. */
  readonly scenario: string
  readonly readings: readonly Reading[]
}

/** Trials and the SHA-256 (hex) of the file they come from. */
export interface FallData {
  readonly trials: readonly Trial[]
  readonly sha256: string
}

const Channel = z.array(z.number())
const Line = z.object({
  subject: z.number().int(),
  fall: z.union([z.literal(0), z.literal(1)]),
  scenario: z.string(),
  hz: z.literal(hertz),
  ax: Channel,
  ay: Channel,
  az: Channel,
  droll: Channel,
  dpitch: Channel,
  dyaw: Channel,
})

/** The channels of the data, in the order of a reading's. */
export const columns = ['ax', 'ay', 'az', 'droll', 'dpitch', 'dyaw'] as const

/** Where the recorded trials are: below `HOLON_DATASETS`, or beside the repository. Undefined when they are not there. */
export function fallFile(): string | undefined {
  const folder = process.env.HOLON_DATASETS ?? new URL('../../../../shared/data', import.meta.url).pathname
  const file = `${folder}/fall/hifd.jsonl.gz`
  return existsSync(file) ? file : undefined
}

/**
 * Reads and checks recorded trials, one JSON object a line, compressed by gzip.
 *
 * @throws HolonError `data-invalid` with the first line that is wrong
 */
export function readTrials(file: string): FallData {
  const bytes = readFileSync(file)
  const lines = gunzipSync(bytes).toString('utf8').split('\n')
  const trials = lines.flatMap((line, index) => (line === '' ? [] : [trialOf(line, index + 1)]))
  return { trials, sha256: createHash('sha256').update(bytes).digest('hex') }
}

function trialOf(line: string, number: number): Trial {
  const read = Line.safeParse(JSON.parse(line))
  if (!read.success) {
    const [issue] = read.error.issues
    throw new HolonError(
      'data-invalid',
      `line ${number} of the trials: ${issue?.path.join('.')}: ${issue?.message}`,
      'Give the trials as published, one JSON object a line.',
    )
  }
  const { subject, fall, scenario } = read.data
  return { subject, fall: fall === 1, scenario, readings: readingsOf((column) => read.data[column]) }
}

/**
 * Readings from their channels.
 *
 * @throws HolonError `data-invalid` when the channels differ in length
 */
export function readingsOf(channel: (column: (typeof columns)[number]) => readonly number[]): Reading[] {
  const [ax, ay, az, gx, gy, gz] = columns.map(channel) as [
    number[],
    number[],
    number[],
    number[],
    number[],
    number[],
  ]
  const odd = [ay, az, gx, gy, gz].find((other) => other.length !== ax.length)
  if (odd !== undefined) {
    throw new HolonError(
      'data-invalid',
      `a channel has ${odd.length} readings, another ${ax.length}`,
      'Give as many readings in every channel.',
    )
  }
  const at = (list: readonly number[], i: number) => list[i] as number
  return ax.map((value, i) => ({
    ax: value,
    ay: at(ay, i),
    az: at(az, i),
    gx: at(gx, i),
    gy: at(gy, i),
    gz: at(gz, i),
  }))
}
