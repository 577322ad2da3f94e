import type { Features, Model } from '../spec/model.ts'
import type { Clock } from '../spec/ports.ts'
import { isFault } from './features.ts'
import type { Asked, Fault, Said } from './moment.ts'
import type { Plan, Source } from './plan.ts'

/**
 * Stage 2: asks the model, which may answer at once or later, throw, or never answer. Whatever it does, this answers
 * within the deadline (a function that blocks the thread cannot be interrupted: run long models in a worker, as the
 * ONNX adapter does).
 */
export function predict(
  plan: Plan,
  { model, part }: Source,
  asked: Asked,
  features: Features | Fault,
): Said | Promise<Said> {
  if (isFault(features)) return { ok: false, fault: features }
  if (asked.recorded !== undefined) return { ok: false, features, ...asked.recorded }
  // An AbortController costs more than a small model; only models that declare a signal get one.
  const abort = model.predict.length > 1 ? new AbortController() : undefined
  try {
    const raw = model.predict(features, abort?.signal)
    if (!isPromise(raw)) return { ok: true, features, raw }
    return inTime(plan.clock, part.deadline, raw, abort, said(model, features))
  } catch (error) {
    return said(model, features).threw(error)
  }
}

/** How an answer, or the lack of one, is told. */
const said = (model: Model, features: Features) => ({
  answered: (raw: unknown): Said => ({ ok: true, features, raw }),
  late: (deadline: number): Said => ({
    ok: false,
    features,
    fault: { code: 'model-timeout', message: `no answer within ${deadline} ms` },
  }),
  threw: (error: unknown): Said => ({
    ok: false,
    features,
    fault: {
      code: 'model-threw',
      message: `${model.version.name} threw: ${error instanceof Error ? error.message : String(error)}`,
    },
  }),
})

function inTime(
  clock: Clock,
  deadline: number,
  answer: Promise<unknown>,
  abort: AbortController | undefined,
  tell: ReturnType<typeof said>,
): Promise<Said> {
  return new Promise((resolve) => {
    const cancel = clock.after(deadline, () => {
      resolve(tell.late(deadline))
      abort?.abort()
    })
    answer.then(
      (raw) => {
        cancel()
        resolve(tell.answered(raw))
      },
      (error: unknown) => {
        cancel()
        resolve(tell.threw(error))
      },
    )
  })
}

/** Whether something is to be waited for. */
export const isPromise = <T>(value: T | Promise<T>): value is Promise<T> =>
  typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function'
