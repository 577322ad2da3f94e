import { seededRandom } from 'holon/stats'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Pastime, pastimes, simulate } from '../domain/simulate.ts'
import { type Judged, judgedMoments } from './judged.ts'
import { type LeftOut, leaveOneOut } from './leave-one-out.ts'
import { chosen, type Recipe } from './recipe.ts'
import type { Trial } from './trials.ts'

/** A dropped watch feels like a fall, and is none. */
const told = (Object.keys(pastimes) as Pastime[]).filter((pastime) => pastime !== 'drop')

const random = seededRandom(11)
const trials: readonly Trial[] = [1, 2, 3, 4].flatMap((subject) =>
  told.flatMap((scenario) =>
    [0, 1].map(() => ({
      subject,
      scenario,
      fall: scenario === 'fall' || scenario === 'stumble',
      readings: simulate(scenario, random),
    })),
  ),
)

describe('leaving one person out', () => {
  let moments: readonly Judged[]
  let leftOut: LeftOut
  const learnedFrom: number[][] = []

  beforeAll(() => {
    moments = judgedMoments(trials)
    const watched: Recipe = {
      ...chosen,
      fit: (table, labels) => {
        learnedFrom.push([...(table.columns[0] as Float32Array)])
        return chosen.fit(table, labels)
      },
    }
    leftOut = leaveOneOut(watched, trials, moments)
  })

  test('judges every trial once, and tells simulated falls from the rest', () => {
    expect(leftOut.trials.map(({ trial }) => trial).sort((a, b) => a - b)).toEqual([...trials.keys()])
    const probabilities = (of: boolean) =>
      leftOut.trials.filter(({ fall }) => fall === of).map(({ probability }) => probability)
    expect(Math.min(...probabilities(true))).toBeGreaterThan(Math.max(...probabilities(false)))
    expect(leftOut.trials.filter(({ fall, alarm }) => fall && !alarm)).toEqual([])
    expect(leftOut.trials.filter(({ fall, plain }) => fall !== plain)).toEqual([])
    expect(leftOut.streams.map(({ seconds }) => seconds)).toEqual([96, 96, 96, 96])
  })

  test('never learns from the person it judges, nor chooses a threshold on what it learned from', () => {
    const impactsOf = (subject: number) =>
      moments
        .filter(({ trial }) => trials[trial]?.subject === subject)
        .map(({ features }) => Math.fround(features.impact))
    // Of each person: three models that leave out one of the other three as well, and the one that judges.
    expect(learnedFrom).toHaveLength(16)
    const seen = learnedFrom.map((rows) =>
      [1, 2, 3, 4].filter((subject) => impactsOf(subject).every((impact) => rows.includes(impact))),
    )
    for (const [place, person] of [1, 2, 3, 4].entries()) {
      const own = seen.slice(4 * place, 4 * place + 4)
      expect(own.map((people) => people.length).sort()).toEqual([2, 2, 2, 3])
      for (const people of own) expect(people).not.toContain(person)
    }
  })
})

test('of a fall only its impact counts as one', () => {
  const [fall = expect.fail()] = trials.filter(({ scenario }) => scenario === 'stumble')
  const labels = judgedMoments([fall]).map(({ label }) => label)
  expect(labels.filter((label) => label === 1)).toHaveLength(1)
})
