/** A place on a drawing; `y` null where nothing is known. */
export interface Place {
  readonly x: number
  readonly y: number | null
}

/** A vertical stretch on a drawing; null where nothing is known. */
export interface Reach {
  readonly x: number
  readonly ends: readonly [number, number] | null
}

/** A line through places, as the data of an SVG path. It is broken where nothing is known; a lone place is a dot. */
export function linePath(places: readonly Place[]): string {
  return runsOf(places, ({ y }) => y !== null)
    .map((run) => run.map(({ x, y }) => `${round(x)} ${round(y ?? 0)}`))
    .map((run) => (run.length === 1 ? `M${run[0]}h0` : `M${run.join('L')}`))
    .join('')
}

/** The area between the ends of stretches; where one stands alone, a bar as wide as `lone`. */
export function bandPath(reaches: readonly Reach[], lone = 4): string {
  return runsOf(reaches, ({ ends }) => ends !== null)
    .map((run) => {
      const wide = run.length === 1 && run[0] !== undefined ? around(run[0], lone / 2) : run
      const upper = wide.map(({ x, ends }) => `${round(x)} ${round(ends?.[1] ?? 0)}`)
      const lower = wide.map(({ x, ends }) => `${round(x)} ${round(ends?.[0] ?? 0)}`).toReversed()
      return `M${[...upper, ...lower].join('L')}Z`
    })
    .join('')
}

const around = ({ x, ends }: Reach, by: number): readonly Reach[] => [
  { x: x - by, ends },
  { x: x + by, ends },
]

function runsOf<T>(all: readonly T[], isKnown: (one: T) => boolean): readonly (readonly T[])[] {
  const runs: T[][] = []
  let open = false
  for (const one of all) {
    const known = isKnown(one)
    if (known && open) runs.at(-1)?.push(one)
    else if (known) runs.push([one])
    open = known
  }
  return runs
}

const round = (pixels: number): number => Math.round(pixels * 10) / 10
