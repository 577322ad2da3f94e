import { layers } from '../../spec/api.ts'
import type { Rule } from './rule.ts'

/** A system with ML components has goals in all five layers, or somebody is forgotten. */
export const layerMissing: Rule = {
  name: 'layer-missing',
  severity: 'warning',
  find: (system) =>
    layers
      .filter((layer) => layer !== 'model' || system.components.some((part) => part.ml))
      .filter((layer) => !system.goals.some((goal) => goal.layer === layer))
      .map((layer) => ({
        where: `system "${system.name}"`,
        problem: `It has no goal of layer "${layer}".`,
        fix: `Add a goal with layer: "${layer}", or accept that nobody looks after it.`,
      })),
}
