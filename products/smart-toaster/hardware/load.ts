import { type Slice, thickness, traits } from '../domain/bread.ts'
import { bread as crumb, physics } from './constants.ts'
import type { Load } from './thermal.ts'

/**
 * What the equations need of a slice, or of nothing. `loaf`: how fast it browns beside others of its kind; `kitchen` in C.
 */
export function loadOf(slice: Slice | undefined, loaf: number, kitchen: number): Load {
  const surroundings = { kitchen: kitchen + physics.celsius, empty: slice === undefined }
  if (slice === undefined) return { depths: [], middles: [], dryDensity: 0, browning: 0, ...surroundings }
  const { density, browning } = traits[slice.bread]
  const depths = crumb.layers.map((share) => (share * thickness(slice)) / 2)
  const middles = depths.map((depth, i) => depths.slice(0, i).reduce((sum, one) => sum + one, depth / 2))
  const dryDensity = density * (1 - slice.moisture)
  return { depths, middles, dryDensity, browning: browning * loaf, ...surroundings }
}
