import type { Intervention } from 'holon'
import type { Saved } from '../../control/controller.ts'

/** Something that kept the kitchen safe, told in words. */
export interface Told {
  readonly by: string
  readonly words: string
}

/** What a toast met on its way. */
export interface Course {
  /** Seconds the toast was to take, after the guardrails. */
  readonly seconds: number
  readonly guardrails: readonly Intervention[]
  readonly code: string | undefined
  readonly degraded: boolean
  readonly saved: Saved | undefined
  readonly fuseOpen: boolean
}

const faults: Readonly<Record<string, string>> = {
  'model-not-finite': 'The model answered with something that is no number',
  'model-timeout': 'The model did not answer in time',
  'model-threw': 'The model broke down',
  'model-unavailable': 'The model is not there',
  'server-unreachable': 'The server with the model did not answer',
}

const byGuardrail: Readonly<Record<string, (because: string) => string>> = {
  'too hot': (because) => `The heater was turned off because ${because}. No model was asked.`,
  'heater time': () => 'The heater had been on for 260 seconds, the longest it ever may.',
  'cool start': () => 'The toaster was still hot from before, so the heater stayed off.',
  'an eye that lies': (because) =>
    `The heater was turned off because ${because}, and stays off until a person has looked at it.`,
  watchdog: () =>
    'The control program gave no sign of life for a fifth of a second, so the heater went off by itself and let the bread come up.',
}

/** Who kept the kitchen safe in this toast, in the order in which they acted; empty on a good day. */
export function storyOf({ seconds, guardrails, code, degraded, saved, fuseOpen }: Course): readonly Told[] {
  const told: Told[] = []
  if (degraded) {
    const fault = faults[code ?? ''] ?? 'The model gave no usable answer'
    told.push({ by: 'the fixed dial', words: `${fault}. The dial took over, on the light side.` })
  }
  for (const { guardrail, because } of guardrails) {
    if (guardrail !== 'longest time') continue
    told.push({
      by: guardrail,
      words:
        because === 'too short to warm anything'
          ? `The model wanted less than ${Math.round(seconds)} seconds, too short to warm anything.`
          : `The model wanted more than this slice can take. It gets ${Math.round(seconds)} seconds, not one more.`,
    })
  }
  if (saved !== undefined) {
    told.push({
      by: saved.by,
      words: byGuardrail[saved.by]?.(saved.because) ?? `It acted because ${saved.because}.`,
    })
  }
  if (fuseOpen) {
    told.push({
      by: 'the thermal fuse',
      words:
        'No software could help: the heater could not be turned off. At 192 °C a pellet of metal melted and opened the circuit for good. It is hardware, and no program can reach it.',
    })
  }
  return told
}
