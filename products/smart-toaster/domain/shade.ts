/** How dark a person can ask for, lightest first. */
export const shades = ['pale', 'light', 'golden', 'brown', 'dark'] as const

/** How dark toast is to be. */
export type Shade = (typeof shades)[number]

/**
 * Darkening of each shade: the colour difference to the fresh crumb, in units of CIELAB. One unit is about what an eye
 * just tells apart.
 */
export const darkening: Readonly<Record<Shade, number>> = {
  pale: 10,
  light: 16,
  golden: 22,
  brown: 28,
  dark: 34,
}

/** Darkening at which nothing is left to brown: that of burnt crust (B. Zanoni, C. Peri, D. Bruno, LWT 28, 1995). */
export const darkest = 52

/** From here on toast is called burnt. */
export const burntFrom = 44

/** What a person says of a toast. */
export const verdicts = ['tooLight', 'right', 'tooDark'] as const

/** What a person says of a toast. */
export type Verdict = (typeof verdicts)[number]
