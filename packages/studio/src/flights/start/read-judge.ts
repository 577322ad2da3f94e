import type { Judge } from 'holon'

/** A way of judging in an address; undefined where there is none that makes sense. What numbers can be, the server says. */
export function judgeIn(value: unknown): Judge | undefined {
  if (!isThing(value)) return undefined
  const { method, units, looks, prior } = value
  if (method === 'fixed' && isNumber(units)) return { method, units }
  if (method === 'group-sequential' && isNumber(units) && isNumber(looks)) {
    return { method, units, looks, ...(value.spending === 'pocock' && { spending: value.spending }) }
  }
  if (method === 'bayesian' && isThing(prior) && isNumber(prior.deviation)) {
    return {
      method,
      prior: { deviation: prior.deviation, ...(isNumber(prior.mean) && { mean: prior.mean }) },
    }
  }
  return undefined
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

const isThing = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
