import { DeviceMotionReader } from '../../domain/device-motion.ts'
import type { Reading } from '../../domain/reading.ts'
import { Resampler } from '../../domain/resampler.ts'

/** Why a phone's motion cannot be watched. */
export type Refusal = 'no sensor' | 'not allowed' | 'silent'

/** A sensor that says nothing for so many milliseconds is none. */
const patience = 3_000

/**
 * Watches the motion of this device, after asking for permission where the browser wants that. Must be called from a
 * click. Answers what stops it, or why it cannot be.
 */
export async function watchPhone(
  onReadings: (readings: readonly Reading[], anew: boolean) => void,
  onSilent: () => void,
): Promise<(() => void) | Refusal> {
  if (typeof DeviceMotionEvent === 'undefined') return 'no sensor'
  if (!(await allowed())) return 'not allowed'
  const reader = new DeviceMotionReader()
  const resampler = new Resampler()
  let heard = false
  const listen = (event: DeviceMotionEvent) => {
    const reading = reader.read(event, event.timeStamp)
    if (reading === undefined) return
    heard = true
    const { anew, readings } = resampler.push(event.timeStamp, reading)
    if (readings.length > 0) onReadings(readings, anew)
  }
  const stop = () => {
    clearTimeout(timer)
    removeEventListener('devicemotion', listen)
  }
  const timer = setTimeout(() => {
    if (heard) return
    stop()
    onSilent()
  }, patience)
  addEventListener('devicemotion', listen)
  return stop
}

/** Some browsers ask the person; the others allow it in secure contexts. */
async function allowed(): Promise<boolean> {
  const { requestPermission } = DeviceMotionEvent as { requestPermission?: () => Promise<string> }
  if (requestPermission === undefined) return true
  try {
    return (await requestPermission.call(DeviceMotionEvent)) === 'granted'
  } catch {
    return false
  }
}
