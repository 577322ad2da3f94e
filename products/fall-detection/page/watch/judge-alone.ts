import type { OnnxModel } from '@holon/model-onnx'
import { isPlainFall } from '../../domain/plain-fall.ts'
import file from '../../model/fall.onnx?url'
import { fallFeatures } from '../../model/features.ts'
import type { Noticed } from '../../noticed.ts'
import { askFrom } from '../../stakes.ts'

let loading: Promise<OnnxModel> | undefined

/** Loads the model, which is small, before it is needed: the network may be gone then. */
export function loadModel(): Promise<OnnxModel> {
  loading ??= import('@holon/model-onnx').then(({ onnx }) => onnx(new URL(file, location.href)))
  loading.catch(() => {
    loading = undefined
  })
  return loading
}

/** How likely a moment is a fall, by the model in the browser; undefined without it. */
export async function estimate({ shape }: Noticed): Promise<number | undefined> {
  try {
    const { applyCalibration } = await import('holon/stats')
    const { predict, calibration } = await loadModel()
    const raw = predict(fallFeatures(shape))
    return typeof raw === 'number' && calibration !== undefined
      ? applyCalibration(calibration, raw)
      : undefined
  } catch {
    return undefined
  }
}

/** Whether to ask without the server: by the model, or else by plain physics. Who calls is not asked. */
export async function asksAlone(noticed: Noticed): Promise<boolean> {
  if (noticed.called || isPlainFall(noticed.shape)) return true
  return ((await estimate(noticed)) ?? 0) > askFrom
}
