import type { FlightUnit, GoalDocument, PowerOptions } from 'holon'

/** The numbers of a plan that the address may carry. */
export const planNumbers = [
  ...(['effect', 'power', 'alpha', 'arms', 'share', 'correlation'] as const),
  ...(['baseline', 'variance', 'unitsPerDay'] as const),
]

export type PlanNumber = (typeof planNumbers)[number]

/** What a flight may assign. */
export const flightUnits: readonly FlightUnit[] = ['person', 'episode', 'decision']

/** What the address says about a plan. */
export type PowerView = { readonly goal?: string } & Pick<PowerOptions, PlanNumber | 'unit'>

/** Parts of it to be changed; undefined: no more. */
export type PowerChange = { readonly [K in keyof PowerView]?: PowerView[K] | undefined }

/** Reads the plan from the address, leaving out what makes no sense. */
export function readPowerView(search: Record<string, unknown>): PowerView {
  const numbers = planNumbers.flatMap((name) => {
    const value = search[name]
    return typeof value === 'number' && Number.isFinite(value) ? [[name, value] as const] : []
  })
  const unit = flightUnits.find((one) => one === search.unit)
  return {
    ...(typeof search.goal === 'string' && search.goal !== '' && { goal: search.goal }),
    ...(unit !== undefined && { unit }),
    ...Object.fromEntries(numbers),
  }
}

/** What the server is asked. */
export function optionsOf({ goal: _, ...options }: PowerView): PowerOptions {
  return options
}

/** The goals for which a flight can be planned: those that are sums over units. */
export const plannable = (goals: readonly Pick<GoalDocument, 'name' | 'measure'>[]): readonly string[] =>
  goals.flatMap(({ name, measure }) =>
    measure === undefined ||
    ['quantile', 'auc', 'calibrationError'].includes(measure.op) ||
    (measure.op === 'count' && measure.per !== 'decision')
      ? []
      : [name],
  )
