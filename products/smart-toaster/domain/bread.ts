/** The kinds of bread a person can choose from. */
export const breads = ['white', 'wholemeal', 'rye', 'brioche'] as const

/** A kind of bread. */
export type Bread = (typeof breads)[number]

/** What a kind of bread is like, in the middle of its kind. */
export interface BreadTraits {
  readonly title: string
  /** Fresh crumb, kg/m3. */
  readonly density: number
  /** Water, a share of the fresh mass. */
  readonly moisture: number
  /** How fast it browns, white being 1: more sugar and milk, faster. */
  readonly browning: number
  /** Lightness L* of the fresh crumb. */
  readonly lightness: number
}

/**
 * Densities and moistures are in the ranges of M. A. Rao, S. S. H. Rizvi, A. K. Datta, Engineering Properties of Foods,
 * and of labels in shops; rates of browning are ours, ordered by sugar and milk.
 */
export const traits: Readonly<Record<Bread, BreadTraits>> = {
  white: { title: 'White', density: 240, moisture: 0.38, browning: 1, lightness: 83 },
  wholemeal: { title: 'Wholemeal', density: 280, moisture: 0.41, browning: 0.92, lightness: 70 },
  rye: { title: 'Rye', density: 400, moisture: 0.45, browning: 0.85, lightness: 60 },
  brioche: { title: 'Brioche', density: 220, moisture: 0.28, browning: 1.45, lightness: 80 },
}

/** A face of a slice, m2. */
export const faceArea = 0.011

/** A slice as it goes into the toaster. */
export interface Slice {
  readonly bread: Bread
  /** Grams. */
  readonly mass: number
  /** Water, a share of the mass. */
  readonly moisture: number
}

/** Grams of a slice in the middle of its kind: 12 mm thick. */
export function usualMass(bread: Bread): number {
  return traits[bread].density * faceArea * 0.012 * 1000
}

/** Metres from face to face of a slice of its kind's density. */
export function thickness({ bread, mass }: Slice): number {
  return mass / 1000 / (traits[bread].density * faceArea)
}
