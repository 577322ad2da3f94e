import {
  adjustByCovariate,
  adjustedRatioLift,
  auc,
  aucInterval,
  effectOf,
  fixedSampleTest,
  type Interval,
  type JointMoments,
  jointMomentsOf,
  meanInterval,
  meanShareInterval,
  momentsFromSums,
  normalCdf,
  normalQuantile,
  quantileInterval,
  ratioInterval,
} from 'holon/stats'
import type { Check } from './check.ts'
import type { Draws } from './draws.ts'
import { clickRate, growing, growingPairs, type Habits, person } from './people.ts'

const misses = ({ lower, upper }: Interval, truth: number): boolean => truth < lower || truth > upper

const ratioMisses = (draws: Draws, n: number, habits: Habits): boolean => {
  const all = growingPairs()
  for (let i = 0; i < n; i += 1) all.add(person(draws, habits))
  return misses(ratioInterval(all.moments()), clickRate)
}

const quantileMisses = (draws: Draws, n: number, share: number): boolean => {
  const sorted = Float64Array.from({ length: n }, draws.normal).sort()
  return misses(quantileInterval(sorted, share), normalQuantile(share))
}

const columns = { numerator: 0, denominator: 1, covariateNumerator: 2, covariateDenominator: 3 }

/** People whose measure goes with what they did before, at a correlation of `rho`. */
function withPast(draws: Draws, n: number, { mean = 0, rho = 0.7 }): JointMoments {
  const [after, before, one]: [number[], number[], number[]] = [[], [], []]
  for (let i = 0; i < n; i += 1) {
    const habit = draws.normal()
    after.push(mean + rho * habit + Math.sqrt(1 - rho * rho) * draws.normal())
    before.push(5 + habit)
    one.push(1)
  }
  return jointMomentsOf([after, one, before, one])
}

/** Orders per visit, after and before, of people who stay as they are. */
function ordersWithPast(draws: Draws, n: number, more = 1): JointMoments {
  const columns: [number[], number[], number[], number[]] = [[], [], [], []]
  for (let i = 0; i < n; i += 1) {
    const visits = () => 1 + Math.floor(6 * draws.next())
    const rate = 0.4 * draws.next()
    const orders = (of: number, times: number) => {
      let sum = 0
      for (let visit = 0; visit < of; visit += 1) if (draws.chance(rate * times)) sum += 1
      return sum
    }
    const [after, before] = [visits(), visits()]
    const row = [orders(after, more), after, orders(before, 1), before]
    for (const [at, column] of columns.entries()) column.push(row[at] ?? 0)
  }
  return jointMomentsOf(columns)
}

/** The area under the curve of two normals, one deviation apart: Phi(1 / sqrt 2). */
const area = normalCdf(Math.SQRT1_2)

/** 95 % intervals, and how often they miss. */
export const coverage: readonly Check[] = [
  {
    name: 'mean of 20, normal',
    errs: (draws: Draws) => {
      const all = growing()
      for (let i = 0; i < 20; i += 1) all.add(draws.normal())
      return misses(meanInterval(momentsFromSums(all.sums())), 0)
    },
  },
  {
    name: 'ratio, clicks per visit of 200 people (clustered by person)',
    errs: (draws: Draws) => ratioMisses(draws, 200, { spread: 0.5 }),
  },
  {
    name: 'ratio, 1,000 people, visits log-normal of spread 1',
    errs: (draws: Draws) => ratioMisses(draws, 1000, { spread: 1 }),
  },
  {
    name: 'ratio, 5,000 people, visits log-normal of spread 1.5 (skewness 33)',
    errs: (draws: Draws) => ratioMisses(draws, 5000, { spread: 1.5 }),
  },
  {
    name: 'share per person, 200 people of 5 answers',
    errs: (draws: Draws) => {
      const all = growing()
      for (let i = 0; i < 200; i += 1) {
        const rate = 2 * clickRate * draws.next()
        let yes = 0
        for (let answer = 0; answer < 5; answer += 1) if (draws.chance(rate)) yes += 1
        all.add(yes / 5)
      }
      return misses(meanShareInterval(momentsFromSums(all.sums())), clickRate)
    },
  },
  {
    name: 'effect after CUPED, 200 + 200 people, correlation 0.7',
    errs: (draws: Draws) => {
      const arms = [withPast(draws, 200, {}), withPast(draws, 200, { mean: 0.1 })] as const
      const { control, treatment } = adjustByCovariate(...arms, columns)
      const effect = effectOf(control, treatment, 'absolute')
      return effect !== undefined && misses(fixedSampleTest(effect).interval, 0.1)
    },
  },
  {
    name: 'lift of a ratio after CUPED, 500 + 500 people',
    errs: (draws: Draws) => {
      const arms = [ordersWithPast(draws, 500), ordersWithPast(draws, 500, 1.1)] as const
      const { theta } = adjustByCovariate(...arms, columns)
      const { lift, deviation } = adjustedRatioLift(...arms, columns, theta)
      const half = normalQuantile(0.975) * deviation
      return misses({ lower: lift - half, upper: lift + half }, 0.1)
    },
  },
  {
    name: 'median of 101',
    atMost: true,
    errs: (draws: Draws) => quantileMisses(draws, 101, 0.5),
  },
  {
    name: '95th percentile of 500',
    atMost: true,
    errs: (draws: Draws) => quantileMisses(draws, 500, 0.95),
  },
  {
    name: 'area under the curve, 100 of 300 positive',
    errs: (draws: Draws) => {
      const outcomes = Array.from({ length: 300 }, (_, i): 0 | 1 => (i < 100 ? 1 : 0))
      const scores = outcomes.map((outcome) => outcome + draws.normal())
      return misses(aucInterval(auc(scores, outcomes), 100, 200), area)
    },
  },
].map((check) => ({ nominal: 0.05, ...check }))

/** Share of the variance that CUPED leaves over, as one experiment of 500 + 500 people has it. 1 - rho ^ 2 in the long run. */
export function varianceLeft(draws: Draws, rho: number): number {
  const arms = [withPast(draws, 500, { rho }), withPast(draws, 500, { rho })] as const
  const { control, treatment } = adjustByCovariate(...arms, columns)
  const own = arms.map(({ n, products }) => (products[0]?.[0] ?? 0) / (n - 1))
  return (control.variance + treatment.variance) / own.reduce((sum, one) => sum + one, 0)
}
