import { HolonError } from 'holon'
import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { seededRandom } from '../random/seeded.ts'
import { type Course, courses, networkStep } from './network.ts'

export const runner: CaseRunner = {
  ids: ['epidemic/network-epidemic'],
  run(input) {
    const fields = new CaseInput(input)
    const contacts = graphOf(fields.text('graph'))
    const infection = {
      course: courseOf(fields.text('model')),
      contacts,
      infection: fields.number('infection_probability'),
      onset: fields.number('infectious_probability', 1),
      recovery: fields.number('recovery_probability', 1),
    }
    const initial =
      fields.raw('initial') === 'all susceptible' ? contacts.map(() => 0) : fields.numbers('initial')
    const random = seededRandom(1)
    let state: readonly number[] = initial
    for (let step = 0; step < fields.number('steps', 1); step += 1)
      state = networkStep(state, infection, random)
    return { state, unchanged: state.every((place, i) => place === initial[i]) }
  },
}

function courseOf(model: string): Course {
  const found = Object.entries(courses).find(([name]) => name === model)
  if (found === undefined)
    throw new HolonError('data-invalid', `the model "${model}"`, 'Give SI, SIR or SEIR.')
  return found[1]
}

/** The neighbours of each node of a graph in words. */
function graphOf(words: string): number[][] {
  const size = Number(/\d+/.exec(words)?.[0])
  const [, isNeighbour] = shapes.find(([shape]) => words.includes(shape)) ?? []
  if (!Number.isInteger(size) || isNeighbour === undefined)
    throw new HolonError(
      'data-invalid',
      `the graph "${words}"`,
      'Give a path, cycle, star, complete or isolated nodes.',
    )
  const nodes = Array.from({ length: size }, (_, node) => node)
  return nodes.map((node) => nodes.filter((other) => other !== node && isNeighbour(node, other, size)))
}

const shapes: readonly [string, (a: number, b: number, size: number) => boolean][] = [
  ['isolated', () => false],
  ['path', (a, b) => Math.abs(a - b) === 1],
  ['cycle', (a, b, size) => [1, size - 1].includes(Math.abs(a - b))],
  ['ring', (a, b, size) => [1, size - 1].includes(Math.abs(a - b))],
  ['star', (a, b) => a * b === 0],
  ['complete', () => true],
]
