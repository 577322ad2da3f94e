import type { Features, Model } from '../spec/model.ts'
import { isFault } from './features.ts'
import type { Asked, Fault, Said } from './moment.ts'
import type { Plan } from './plan.ts'

/**
 * Stage 2: asks the model, which may answer at once or later, throw, or never answer. Whatever it does, this answers
 * within the deadline (a function that blocks the thread cannot be interrupted: run long models in a worker, as the
 * ONNX adapter does).
 */
export function predict(
  plan: Plan,
  asked: Asked,
  features: Features | Fault | undefined,
): Said | Promise<Said> | undefined {
  const { model, decision } = plan
  if (model === undefined || decision.model === undefined || features === undefined) return undefined
  if (isFault(features)) return { ok: false, fault: features }
  if (asked.recorded !== undefined) return { ok: false, features, ...asked.recorded }
  // An AbortController costs more than a small model; only models that declare a signal get one.
  const abort = model.predict.length > 1 ? new AbortController() : undefined
  try {
    const raw = model.predict(features, abort?.signal)
    if (!isPromise(raw)) return { ok: true, features, raw }
    return inTime(plan, raw, features, decision.model.deadline, abort)
  } catch (error) {
    return threw(model, features, error)
  }
}

function inTime(
  plan: Plan,
  answer: Promise<unknown>,
  features: Features,
  deadline: number,
  abort: AbortController | undefined,
): Promise<Said> {
  return new Promise((resolve) => {
    const cancel = plan.clock.after(deadline, () => {
      resolve({
        ok: false,
        features,
        fault: { code: 'model-timeout', message: `no answer within ${deadline} ms` },
      })
      abort?.abort()
    })
    answer.then(
      (raw) => {
        cancel()
        resolve({ ok: true, features, raw })
      },
      (error: unknown) => {
        cancel()
        resolve(threw(plan.model, features, error))
      },
    )
  })
}

const threw = (model: Model | undefined, features: Features, error: unknown): Said => ({
  ok: false,
  features,
  fault: {
    code: 'model-threw',
    message: `${model?.version.name ?? 'the model'} threw: ${error instanceof Error ? error.message : String(error)}`,
  },
})

/** Whether something is to be waited for. */
export const isPromise = <T>(value: T | Promise<T>): value is Promise<T> =>
  typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function'
