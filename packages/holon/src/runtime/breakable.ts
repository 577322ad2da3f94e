import type { Fault } from '../spec/api.ts'
import { HolonError } from '../spec/error.ts'
import type { Model } from '../spec/model.ts'
import type { Clock } from '../spec/ports.ts'

/** A model that can be broken on purpose, to see what the product does without it. */
export interface BreakableModel extends Model {
  fault: Fault
}

/** Wraps a model so that it can be killed, slowed or made to talk nonsense while the system runs. */
export function breakable(model: Model, clock: Clock): BreakableModel {
  // `predict` takes a signal exactly when the wrapped model does: the kernel looks at its length.
  const ask = (features: Parameters<Model['predict']>[0], signal?: AbortSignal): unknown => {
    const { fault } = self
    if (fault.kind === 'none') return model.predict(features, signal)
    if (fault.kind === 'nonsense') return Number.NaN
    if (fault.kind === 'slow') {
      return new Promise((resolve) => clock.after(fault.milliseconds, () => resolve(undefined))).then(() =>
        model.predict(features, signal),
      )
    }
    throw new HolonError(
      'model-invalid',
      `${model.version.name} was switched off.`,
      'Restore it in the studio.',
    )
  }
  const self: BreakableModel = {
    ...model,
    fault: { kind: 'none' },
    predict:
      model.predict.length > 1 ? (features, signal) => ask(features, signal) : (features) => ask(features),
    ...(model.explain === undefined ? {} : { explain: model.explain.bind(model) }),
    ...(model.close === undefined ? {} : { close: model.close.bind(model) }),
  }
  return self
}
