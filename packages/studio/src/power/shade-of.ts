import type { PowerPlan } from 'holon'

/** The shade of a line chart in which a way of looking is drawn. */
export function shadeOf({ test, adjusted }: Pick<PowerPlan, 'test' | 'adjusted'>): number {
  if (test === 'fixed') return adjusted ? 6 : 8
  return adjusted ? 1 : 4
}
