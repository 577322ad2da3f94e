import type { SimulationDocument } from 'holon'
import {
  compareRuns,
  coverageOf,
  sayComparison,
  sayCoverage,
  sayValue,
  valueReport,
  type World,
} from 'holon/world'
import type { Task } from './task.ts'
import { tellRun } from './tell-run.ts'

/** What is to be run, and what is made of it. */
export interface Plan {
  readonly tasks: readonly Task[]
  /** The answer to who asked, for programs and in words. */
  readonly answer: (documents: readonly SimulationDocument[]) => Answer
}

interface Answer {
  readonly json: unknown
  readonly text: () => string
}

/** Qualities that are swept: areas under the curve. */
const qualities = [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.99]

/** A task with another seed, version or quality. */
const varied = (task: Task, options: Task['options']): Task => ({
  ...task,
  options: { ...task.options, ...options },
})

const seedsOf = ({ options: { seed = 1 } }: Task, runs: number): readonly number[] =>
  Array.from({ length: runs }, (_, place) => seed + place)

/** The world as it is, once. */
export const once = (task: Task): Plan => ({
  tasks: [task],
  answer: ([document]) => ({
    json: document,
    text: () => (document === undefined ? '' : tellRun(document)),
  }),
})

/** With several seeds: how often the measured intervals hold what is true. */
export const replicated = (task: Task, runs: number): Plan => ({
  tasks: seedsOf(task, runs).map((seed) => varied(task, { seed })),
  answer: (documents) => {
    const coverage = coverageOf(documents)
    return { json: { coverage, documents }, text: () => sayCoverage(coverage).join('\n') }
  },
})

/** Two versions, the same people in the same mood. */
export function compared(task: Task, [before, after]: readonly [string, string], runs: number): Plan {
  const seeds = seedsOf(task, runs)
  const of = (version: string) => seeds.map((seed) => varied(task, { seed, version }))
  return {
    tasks: [...of(before), ...of(after)],
    answer: (documents) => {
      const comparison = compareRuns(documents.slice(0, runs), documents.slice(runs))
      const single = () => documents.map(tellRun)
      return {
        json: { comparison, documents },
        text: () => [...(runs === 1 ? single() : []), sayComparison(comparison).join('\n')].join('\n\n'),
      }
    },
  }
}

/** Models of every quality: what better predictions would be worth, and what else would be. */
export function swept(task: Task, { versions = {} }: World, runs: number): Plan {
  const seeds = seedsOf(task, runs)
  const variants: readonly Task['options'][] = [
    {},
    ...qualities.map((quality) => ({ quality })),
    ...Object.keys(versions).map((version) => ({ version })),
  ]
  return {
    tasks: variants.flatMap((variant) => seeds.map((seed) => varied(task, { ...variant, seed }))),
    answer: (documents) => {
      const groups = variants.map((_, place) => documents.slice(place * runs, (place + 1) * runs))
      const [today = [], ...others] = groups
      const sweep = qualities.map((quality, place) => ({ quality, runs: others[place] ?? [] }))
      const report = valueReport({ today, sweep, versions: others.slice(qualities.length) })
      return { json: report, text: () => sayValue(report).join('\n') }
    },
  }
}
