import type { SimulationRequest, SimulationSummary } from 'holon'

/** The qualities at which every goal is looked at: areas under the curve, from guessing to perfect. */
export const qualities = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1] as const

/** The runs of a sweep, as far as they are there, and what is still to be run. */
export interface Sweep {
  readonly levels: readonly { readonly quality: number; readonly run: SimulationSummary }[]
  /** Other versions, at today's quality. */
  readonly versions: readonly SimulationSummary[]
  readonly missing: readonly SimulationRequest[]
}

/** Finds the runs that differ from one only by the quality of the model, or only by the version. */
export function sweepOf(
  of: SimulationSummary,
  runs: readonly SimulationSummary[],
  versions: readonly string[],
): Sweep {
  const alike = runs.filter(({ state, request }) => state !== 'failed' && isAlike(request, of.request))
  const own = of.request.version ?? 'current'
  const find = (version: string, quality: number | undefined) =>
    alike.find(({ request }) => (request.version ?? 'current') === version && request.quality === quality)
  const base = baseOf(of.request)
  const levels = qualities.map((quality) => ({ quality, run: find(own, quality) }))
  const others = versions
    .filter((version) => version !== own)
    .map((version) => ({ version, run: find(version, undefined) }))
  return {
    levels: levels.flatMap(({ quality, run }) => (run === undefined ? [] : [{ quality, run }])),
    versions: others.flatMap(({ run }) => run ?? []),
    missing: [
      ...levels.flatMap(({ quality, run }) =>
        run === undefined ? [{ ...base, version: own, quality }] : [],
      ),
      ...others.flatMap(({ version, run }) => (run === undefined ? [{ ...base, version }] : [])),
    ],
  }
}

function baseOf({ people, days, seed, scenarios, settings }: SimulationSummary['request']) {
  return {
    people,
    days,
    seed,
    ...(scenarios !== undefined && { scenarios }),
    ...(settings !== undefined && { settings }),
  }
}

/** The same world: people, days, seed, what befell it and what was changed about it. */
function isAlike(one: SimulationSummary['request'], other: SimulationSummary['request']): boolean {
  return one.compare === undefined && worldKey(one) === worldKey(other)
}

const worldKey = ({
  people,
  days,
  seed,
  scenarios = [],
  settings = {},
}: SimulationSummary['request']): string =>
  JSON.stringify([
    people,
    days,
    seed,
    scenarios.toSorted(),
    Object.entries(settings).toSorted(([one], [other]) => one.localeCompare(other)),
  ])
