import type { GoalStatus, Layer } from 'holon'

/** The layers from the top, with what they are about. */
export const layerWords: readonly {
  readonly layer: Layer
  readonly title: string
  readonly about: string
}[] = [
  { layer: 'organization', title: 'Organization', about: 'what the owner wants' },
  { layer: 'leading', title: 'Leading indicators', about: 'what moves first' },
  { layer: 'system', title: 'System', about: 'what the product does' },
  { layer: 'user', title: 'Users', about: 'how people fare' },
  { layer: 'model', title: 'Models', about: 'how good the parts are' },
]

/** How many goals stand how. */
export function countStatuses(goals: readonly { readonly status: GoalStatus }[]): Record<GoalStatus, number> {
  const count = { met: 0, missed: 0, inconclusive: 0 }
  for (const { status } of goals) count[status] += 1
  return count
}
