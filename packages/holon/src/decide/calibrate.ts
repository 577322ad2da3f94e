import { applyCalibration } from '../stats/calibration/apply.ts'
import { temper } from '../stats/calibration/temperature.ts'
import type { Fault, Said } from './moment.ts'
import type { Plan } from './plan.ts'

/** A prediction the policy may rely on. `value` is null where the decision reads no model. */
export type Seen =
  | { readonly ok: true; readonly value: unknown; readonly calibrated: boolean }
  | { readonly ok: false; readonly fault: Fault }

const nothing: Seen = Object.freeze({ ok: true, value: null, calibrated: true })

/** Stage 3: reads the untrusted answer by its declared kind, and makes of a raw probability one that holds. */
export function calibrate(plan: Plan, said: Said | undefined): Seen {
  const { source } = plan
  if (said === undefined || source === undefined) return nothing
  if (!said.ok) return { ok: false, fault: said.fault }
  const { predicts } = source.part
  const read = predicts.read(said.raw)
  if (!read.ok) return { ok: false, fault: { code: read.code, message: read.message } }
  const { calibration } = source.model
  if (calibration !== undefined && predicts.kind === 'probability') {
    return { ok: true, value: applyCalibration(calibration, read.value as number), calibrated: true }
  }
  if (calibration?.method === 'temperature' && predicts.kind === 'classes') {
    const tempered = temperClasses(read.value as Readonly<Record<string, number>>, calibration.temperature)
    return { ok: true, value: tempered, calibrated: true }
  }
  return { ok: true, value: read.value, calibrated: false }
}

function temperClasses(classes: Readonly<Record<string, number>>, temperature: number) {
  const tempered = temper(Object.values(classes), temperature)
  return Object.fromEntries(Object.keys(classes).map((name, k) => [name, tempered[k]]))
}
