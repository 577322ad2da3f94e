import type { Simulated } from 'holon'

/** What was measured in one stretch of time; days since the beginning. */
export interface Step extends Simulated {
  readonly from: number
  readonly to: number
  /** Where it is drawn. */
  readonly middle: number
}

/** Stretches of time with their ends: each lasts until the next begins, the last one until the report ends. */
export function stepsOf<T extends { readonly day: number }>(
  overTime: readonly T[],
  until: number,
): readonly (Omit<T, 'day'> & Pick<Step, 'from' | 'to' | 'middle'>)[] {
  return overTime.map(({ day, ...rest }, index) => {
    const to = Math.max(day, overTime[index + 1]?.day ?? until)
    return { ...rest, from: day, to, middle: (day + to) / 2 }
  })
}

/** The stretch in which a day lies; the nearest one where it lies in none. */
export function stepAt<T extends { readonly from: number; readonly to: number }>(
  steps: readonly T[],
  day: number,
): T | undefined {
  return steps.findLast(({ from }) => from <= day) ?? steps[0]
}
