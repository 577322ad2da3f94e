import { z } from 'zod'
import { hertz, type Reading } from '../../domain/reading.ts'

const channel = z.array(z.number())
const Line = z.object({
  subject: z.union([z.number(), z.string()]),
  scenario: z.string(),
  hz: z.literal(hertz),
  ax: channel,
  ay: channel,
  az: channel,
  droll: channel,
  dpitch: channel,
  dyaw: channel,
})

/** A recorded trial, its readings still in channels. */
export interface Recording {
  readonly name: string
  readings(): readonly Reading[]
}

/**
 * Recordings of a file: one JSON object a line as the recorded trials have it, compressed by gzip or not. The file stays
 * in the browser. Lines that are no recordings are left out.
 */
export async function recordingsOf(file: File): Promise<readonly Recording[]> {
  const bytes = /\.gz$/i.test(file.name)
    ? file.stream().pipeThrough(new DecompressionStream('gzip'))
    : file.stream()
  const text = await new Response(bytes).text()
  return text.split('\n').flatMap((line) => recordingOf(line) ?? [])
}

function recordingOf(line: string): Recording | undefined {
  const read = Line.safeParse(parsed(line))
  if (!read.success) return undefined
  const { subject, scenario, ax, ay, az, droll, dpitch, dyaw } = read.data
  const at = (list: readonly number[], i: number) => list[i] ?? 0
  return {
    name: `Person ${subject}: ${scenario}`,
    readings: () =>
      ax.map((value, i) => ({
        ax: value,
        ay: at(ay, i),
        az: at(az, i),
        gx: at(droll, i),
        gy: at(dpitch, i),
        gz: at(dyaw, i),
      })),
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
