import { type Bread, traits } from './bread.ts'
import { darkest } from './shade.ts'

/** A colour in CIELAB. */
export interface Lab {
  readonly lightness: number
  readonly a: number
  readonly b: number
}

/** What the crumb looks like at a darkening: yellower and redder at first, as crust does, then towards charcoal. */
export function crumbColour(bread: Bread, darkening: number): Lab {
  const fresh = traits[bread].lightness
  const share = Math.min(1, darkening / darkest)
  const warm = Math.sin(Math.PI * Math.min(1, share * 0.95))
  return {
    lightness: Math.max(8, fresh - darkening * (fresh / 84)),
    a: 3 + 17 * warm,
    b: 20 + 30 * warm * (1 - 0.3 * share) - 14 * share,
  }
}

/** A colour as CSS has it. */
export function cssColour({ lightness, a, b }: Lab): string {
  return `lab(${lightness.toFixed(1)}% ${a.toFixed(1)} ${b.toFixed(1)})`
}
