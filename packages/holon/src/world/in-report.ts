import { HolonError } from '../spec/error.ts'
import type { SimulatedGoal, SimulationDocument } from '../spec/simulation.ts'

/** What became of a goal in a run. Throws `name-unknown` where no goal is called so. */
export function goalIn({ goals }: Pick<SimulationDocument, 'goals'>, name: string): SimulatedGoal {
  return goals.find((goal) => goal.name === name) ?? unknown('goal', name)
}

/** How often people met an experience in a run, or whatever a decision led to; by fallback or not. */
export function timesIn(
  { experiences }: Pick<SimulationDocument, 'experiences'>,
  { decision, experience }: { readonly decision?: string; readonly experience?: string },
): number {
  return experiences
    .filter((one) => (decision ?? one.decision) === one.decision)
    .filter((one) => (experience ?? one.experience) === one.experience)
    .reduce((sum, { times }) => sum + times, 0)
}

/**
 * How often something was noted in a world, the sum of it and its mean: in the stretches that begin on a day or later, or
 * in all. The mean is NaN where nothing was noted. Throws `name-unknown` where nobody ever noted it.
 */
export function figureIn(
  { figures }: Pick<SimulationDocument, 'figures'>,
  name: string,
  from = 0,
): { readonly n: number; readonly sum: number; readonly mean: number } {
  const { overTime } = figures.find((figure) => figure.name === name) ?? unknown('figure', name)
  const late = overTime.filter(({ day }) => day >= from)
  const n = late.reduce((total, one) => total + one.n, 0)
  const sum = late.reduce((total, one) => total + one.sum, 0)
  return { n, sum, mean: sum / n }
}

function unknown(what: string, name: string): never {
  throw new HolonError(
    'name-unknown',
    `The report has no ${what} "${name}".`,
    'Name one that is in the report.',
  )
}
