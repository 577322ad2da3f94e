/** The neighbourhoods of an invented city. All have as many residents, and at first as much crime. */
export const neighbourhoods = ['Harbour', 'Mill', 'Orchard', 'Station', 'Hill', 'Market', 'Meadow'] as const
export type Neighbourhood = (typeof neighbourhoods)[number]

/** Something for every neighbourhood. */
export type Each<T> = Readonly<Record<Neighbourhood, T>>

/** Makes something for every neighbourhood, in their order. */
export function each<T>(make: (neighbourhood: Neighbourhood) => T): Each<T> {
  return Object.fromEntries(neighbourhoods.map((one) => [one, make(one)])) as Each<T>
}

/** Each value as a part of their sum; even parts where there is nothing. */
export function parts(of: Each<number>): Each<number> {
  const sum = neighbourhoods.reduce((all, one) => all + of[one], 0)
  return each((one) => (sum > 0 ? of[one] / sum : 1 / neighbourhoods.length))
}
