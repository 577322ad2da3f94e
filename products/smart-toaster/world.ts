import { createClient } from '@holon/client'
import type { Surroundings } from '@holon/embedded'
import { nominalDuty } from './domain/duty.ts'
import { darkening } from './domain/shade.ts'
import type { Judged } from './domain/taste.ts'
import type { Look, Toaster } from './hardware/toaster.ts'
import { anyEater, type Eater, verdictOn } from './model/eater.ts'
import { anyOccasion, startOf, toasterOf } from './model/toasts.ts'
import type { smartToaster } from './system.ts'

/** Milliseconds between toasts, and between the parts of one that is computed without holding up the server. */
const between = { toasts: 2_500, parts: 40 } as const
const part = 5
const households = 12
/** A toast this far too dark goes into the bin, CIELAB units. */
const inedible = 10

type Around = Surroundings<typeof smartToaster>

/** Someone in this world, and what their toaster remembers of their verdicts. */
interface Household {
  readonly subject: string
  readonly eater: Eater
  readonly judged: Judged[]
}

/**
 * Simulated households that toast through the public API, in simulated toasters, and judge what they eat. They are
 * labelled as simulated by their subject.
 */
export async function people({ address, random, signal, pause }: Around): Promise<void> {
  const client = createClient<typeof smartToaster>({ url: address, system: 'smart-toaster' })
  const town = Array.from({ length: households }, (_, n): Household => {
    const number = Math.floor(random.next() * 1e9)
    return { subject: `simulated-${n + 1}-${number}`, eater: anyEater(random), judged: [] }
  })
  while (!signal.aborted) {
    const household = town[Math.floor(random.next() * households)] as Household
    await breakfast(client, household, { random, pause })
    await pause(between.toasts * (0.5 + random.next()))
  }
  await client.close()
}

/** One toast: measured, decided, heated, eaten or not, judged or not. */
async function breakfast(
  client: ReturnType<typeof createClient<typeof smartToaster>>,
  { subject, eater, judged }: Household,
  { random, pause }: Pick<Around, 'random' | 'pause'>,
): Promise<void> {
  const chance = (probability: number): boolean => random.next() < probability
  const toaster = toasterOf(anyOccasion(random, eater.loaf))
  const context = { ...startOf(toaster, eater.loaf.bread), shade: eater.shade, judged: judged.slice(-20) }
  const seen = await client.decide('toast', context, { subject, fallback: 'dial' })
  if (seen.id === null) return
  const { id, experience, parameters } = seen
  client.exposure(id)
  if (experience === 'wait') return
  const look = await heated(toaster, parameters.seconds, nominalDuty(context.power), pause)
  const off = look.darkening - (darkening[eater.shade] + eater.shift)
  const thrownAway = off > inedible && chance(0.7)
  client.feedback(id, 'thrownAway', thrownAway)
  client.feedback(id, 'smokeAlarm', look.alarm)
  client.feedback(id, 'wattHours', look.energy / 3600)
  client.feedback(id, 'missed', Math.abs(look.darkening - darkening[eater.shade] - parameters.aimed))
  // What is thrown away is not judged: that is the loop.
  if (!thrownAway && chance(0.6)) {
    const verdict = verdictOn(off, random)
    client.feedback(id, 'verdict', verdict)
    if (experience === 'toast') judged.push({ aimed: parameters.aimed, verdict })
  }
  if (chance(0.2))
    client.feedback(id, 'trust', Math.abs(off) < inedible ? (chance(0.7) ? 5 : 4) : chance(0.5) ? 3 : 2)
  client.feedback(id, 'returned', chance(Math.abs(off) < inedible ? 0.97 : 0.8))
}

async function heated(
  toaster: Toaster,
  seconds: number,
  duty: number,
  pause: Around['pause'],
): Promise<Look> {
  for (let left = seconds; left > 0; left -= part) {
    toaster.terminals.drive(duty)
    toaster.advance(Math.min(part, left))
    await pause(between.parts)
  }
  toaster.terminals.drive(0)
  return toaster.look()
}
