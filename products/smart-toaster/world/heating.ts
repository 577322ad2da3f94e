import { seededRandom } from 'holon/stats'
import { nominalDuty } from '../domain/duty.ts'
import { buildToaster, type Look, type Toaster } from '../hardware/toaster.ts'
import { anyOccasion } from '../model/toasts.ts'
import type { ToastLife } from './household.ts'

/** Seconds of a step of the equations: coarser than where the model learned, and twice as fast. */
const step = 0.04
/** Seconds after which others in the world may do something. */
const part = 5
const kitchen = 21
/** Milliseconds in which a case loses all but a third of its warmth. */
const cooling = 270_000
/** C by which the elements still warm the case after they are off. */
const after = 8

/** The toaster of a household, with a slice in it, as warm as the last toast left it. */
export function toasterWith({ person, draw, settings, now }: ToastLife): Toaster {
  const { slice, loaf, mains, seed } = anyOccasion(draw('slice'), person.eater.loaf)
  const left = Math.exp(-(now() - person.warm.at) / cooling)
  const wall = kitchen + (person.warm.wall - kitchen) * left
  const toaster = buildToaster(seededRandom(seed), { kitchen, mains: mains * settings.mains, wall, step })
  const moisture = Math.min(0.5, Math.max(0.15, slice.moisture * settings.moist))
  toaster.insert({ ...slice, moisture }, loaf * settings.sugar)
  return toaster
}

/**
 * Heats for so many seconds, in the time of the world. What the controller does fifty times a second is rehearsed with the
 * plant of `holon verify`; here the heater is on for as long as it was planned.
 */
export async function heated(
  { person, now, wait }: ToastLife,
  toaster: Toaster,
  { seconds, power }: { readonly seconds: number; readonly power: number },
): Promise<Look> {
  for (let left = seconds; left > 0; left -= part) {
    toaster.terminals.drive(nominalDuty(power))
    toaster.advance(Math.min(part, left))
    await wait(1_000 * Math.min(part, left))
  }
  toaster.terminals.drive(0)
  const look = toaster.look()
  person.warm = { wall: look.wall + after, at: now() }
  return look
}
