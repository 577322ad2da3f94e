import { HolonError } from '../../spec/error.ts'
import { requireProbability } from '../argument.ts'

/** What becomes of people, in order: SI, SIR or SEIR. */
export type Course = readonly ('susceptible' | 'exposed' | 'infectious' | 'recovered')[]

export const courses = {
  SI: ['susceptible', 'infectious'],
  SIR: ['susceptible', 'infectious', 'recovered'],
  SEIR: ['susceptible', 'exposed', 'infectious', 'recovered'],
} as const satisfies Record<string, Course>

/** An infection on a network of contacts. Probabilities are per step. */
export interface NetworkInfection {
  readonly course: Course
  /** The neighbours of each person, by number. */
  readonly contacts: readonly (readonly number[])[]
  /** That an infectious neighbour infects. Each of several tries by itself. */
  readonly infection: number
  /** That somebody exposed becomes infectious; default 1. */
  readonly onset?: number
  /** That somebody infectious recovers; default 1. */
  readonly recovery?: number
}

/**
 * One step of an epidemic on a network: everybody moves by at most one place in the course, and all look at the state
 * before the step. A state is a place in the course for each person. The numbers that chance needs are drawn for
 * everybody in every step, so that two histories with one seed can be compared.
 *
 * @throws HolonError `input-invalid` for a probability outside 0 to 1, or as many states as there are not people
 * @example
 * ```ts
 * import { courses, networkStep, seededRandom } from 'holon/stats'
 * const path = [[1], [0, 2], [1]]
 * networkStep([1, 0, 0], { course: courses.SI, contacts: path, infection: 1 }, seededRandom(1)) // [1, 1, 0]
 * ```
 */
export function networkStep(
  state: readonly number[],
  { course, contacts, infection, onset = 1, recovery = 1 }: NetworkInfection,
  random: { next(): number },
): number[] {
  for (const [name, p] of Object.entries({ infection, onset, recovery })) requireProbability(name, p)
  if (state.length !== contacts.length)
    throw new HolonError(
      'input-invalid',
      `${state.length} states of ${contacts.length} people`,
      'Give one state for each person.',
    )
  const isInfectious = (person: number): boolean => course[state[person] ?? 0] === 'infectious'
  const chanceToMove = (person: number): number => {
    switch (course[state[person] ?? 0]) {
      case 'susceptible':
        return 1 - (1 - infection) ** (contacts[person] ?? []).filter(isInfectious).length
      case 'exposed':
        return onset
      case 'infectious':
        return course.includes('recovered') ? recovery : 0
      default:
        return 0
    }
  }
  return state.map((place, person) => place + Number(random.next() < chanceToMove(person)))
}
