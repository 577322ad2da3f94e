import { type SeededRandom, seededRandom } from 'holon/stats'

/** A world in which every action pays, or does not, with a chance that is a line in the context. */
export interface LinearWorld {
  readonly name: string
  /** Chance of each action at the middle of all contexts, and its slopes. */
  readonly arms: readonly { readonly base: number; readonly slopes: readonly number[] }[]
}

/** Chances are from 0.1 to 0.9 everywhere, so lines are true lines. */
function worldOf(name: string, { actions, features, steep, apart }: Shape): LinearWorld {
  const random = seededRandom(`bandits ${name}`)
  const arms = Array.from({ length: actions }, () => {
    const slopes = Array.from({ length: features }, () => 2 * random.next() - 1)
    const sum = slopes.reduce((total, one) => total + Math.abs(one), 0)
    const base = 0.5 + apart * (2 * random.next() - 1)
    return { base, slopes: slopes.map((one) => (steep * one) / sum) }
  })
  return { name, arms }
}

interface Shape {
  readonly actions: number
  readonly features: number
  /** Most that a context can change a chance. */
  readonly steep: number
  /** Most that an action is better or worse for everybody. */
  readonly apart: number
}

/** One where it matters much who gets what, and one where differences are small and features many. */
export const worlds: readonly LinearWorld[] = [
  worldOf('steep', { actions: 5, features: 3, steep: 0.35, apart: 0.05 }),
  worldOf('flat', { actions: 4, features: 6, steep: 0.15, apart: 0.03 }),
]

/** Each feature uniform from -1 to 1. */
export const contextIn = (world: LinearWorld, random: SeededRandom): readonly number[] =>
  (world.arms[0]?.slopes ?? []).map(() => 2 * random.next() - 1)

/** The chance of each action in a context. */
export const chancesIn = (world: LinearWorld, context: readonly number[]): readonly number[] =>
  world.arms.map(({ base, slopes }) =>
    slopes.reduce((sum, slope, j) => sum + slope * (context[j] ?? 0), base),
  )
