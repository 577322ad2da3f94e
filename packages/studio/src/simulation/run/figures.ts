import type { SimulationDocument } from 'holon'
import type { Point } from '../chart/line-chart.tsx'
import { stepsOf } from '../chart/steps.ts'

type Figure = SimulationDocument['figures'][number]

/** A figure of the world over time, and what its values are: their mean, or how much there was a day. */
export interface FigureCourse {
  readonly name: string
  readonly per: 'mean' | 'a day'
  readonly points: readonly Point[]
  /** Over the whole time. */
  readonly value: number | null
}

/** A figure that was noted with ever the same value is counted by the day; of others the mean is told. */
export function courseOf({ name, overTime }: Figure, until: number): FigureCourse {
  const steps = stepsOf(overTime, until)
  const per = isCount(overTime) ? 'a day' : 'mean'
  const sum = overTime.reduce((total, one) => total + one.sum, 0)
  const n = overTime.reduce((total, one) => total + one.n, 0)
  return {
    name,
    per,
    points: steps.map(({ sum, n, ...step }) => ({
      ...step,
      value: per === 'mean' ? over(sum, n) : over(sum, step.to - step.from),
    })),
    value: per === 'mean' ? over(sum, n) : over(sum, until),
  }
}

const isCount = (overTime: Figure['overTime']): boolean =>
  overTime.every(({ n, sum }) => n === 0 || sum === n)

const over = (sum: number, by: number): number | null => (by > 0 ? sum / by : null)

/** Figures of one kind, told apart by the ends of their names: `patrols in the Mill`, `patrols: at night`. */
export interface FigureGroup {
  readonly name: string
  readonly members: readonly (FigureCourse & { readonly called: string })[]
}

const ofOneKind = /^(.+?)(?:: | in )(.+)$/

/** Figures that belong on one chart. One without others of its kind stands alone, by its whole name. */
export function groupsOf(courses: readonly FigureCourse[]): readonly FigureGroup[] {
  const groups = Map.groupBy(courses, ({ name }) => ofOneKind.exec(name)?.[1] ?? name)
  return [...groups.entries()].flatMap(([name, members]) =>
    members.length === 1
      ? members.map((one) => ({ name: one.name, members: [{ ...one, called: '' }] }))
      : [
          {
            name,
            members: members.map((one) => ({ ...one, called: ofOneKind.exec(one.name)?.[2] ?? one.name })),
          },
        ],
  )
}
