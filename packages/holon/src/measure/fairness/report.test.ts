import { describe, expect, test } from 'vitest'
import type { FairnessDefinitionName, FairnessGrouping } from '../../spec/fairness.ts'
import { seededRandom } from '../../stats/random/seeded.ts'
import {
  type Applicant,
  byDepartment,
  genderAndAbroad,
  many,
  offers,
  reported,
  withDays,
  withTruth,
} from './school.fixture.ts'

const standing = (grouping: FairnessGrouping | undefined, name: FairnessDefinitionName) =>
  grouping?.standings.find((one) => one.definition === name)

/** UC Berkeley, autumn 1973 (P. J. Bickel, E. A. Hammel, J. W. O'Connell, 1975): admitted of applicants. */
const berkeley: Readonly<Record<string, readonly [men: [number, number], women: [number, number]]>> = {
  A: [[512, 825], [89, 108]],
  B: [[353, 560], [17, 25]],
  C: [[120, 325], [202, 593]],
  D: [[138, 417], [131, 375]],
  E: [[53, 191], [94, 393]],
  F: [[22, 373], [24, 341]],
} // biome-ignore format: a table

const applicants = Object.entries(berkeley).flatMap(([department, [men, women]]) => [
  ...many(men[1], men[0], { department, gender: 'm' }),
  ...many(women[1], women[0], { department, gender: 'f' }),
])

describe('groups', () => {
  test('have rates with intervals, and what they met', async () => {
    const { groupings } = await reported([...many(40, 30, { gender: 'f' }), ...many(50, 20, { gender: 'm' })])
    expect(groupings).toHaveLength(1)
    expect(groupings[0]?.by).toEqual(['gender'])
    const [women, men] = groupings[0]?.groups ?? []
    expect(women).toMatchObject({
      is: ['f'],
      n: 40,
      tooSmall: false,
      numbers: { benefit: { value: 0.75, n: 40 } },
    })
    expect(women?.numbers.benefit?.interval?.[0]).toBeCloseTo(0.5981, 4)
    expect(men?.met).toMatchObject([
      { experience: 'offer', share: { value: 0.4 } },
      { experience: 'no', share: { value: 0.6 } },
    ])
  })

  test('that are too small have no number, nor a part in a comparison', async () => {
    const report = await reported([
      ...many(60, 30, { gender: 'f' }),
      ...many(60, 30, { gender: 'm' }),
      ...many(19, 0, { gender: 'x' }),
    ])
    const small = report.groupings[0]?.groups.find(({ is }) => is[0] === 'x')
    expect(small).toEqual({ is: ['x'], n: 19, tooSmall: true, numbers: {}, met: [] })
    const parity = standing(report.groupings[0], 'demographic-parity')
    expect(parity).toMatchObject({ status: 'inconclusive', between: ['f', 'm'] })
    expect(parity?.because).toContain('Too few to compare: x.')
    expect(report.notices.join(' ')).toContain('nothing is said of x: fewer than 20 observations')
  })

  test('have no error rate where too few of them are known', async () => {
    const report = await reported(
      [
        ...many(100, 50, { gender: 'f', finished: true }),
        ...many(19, 10, { gender: 'm', finished: true }),
        ...many(300, 100, { gender: 'm' }),
      ],
      withTruth,
    )
    const men = report.groupings[0]?.groups.find(({ is }) => is[0] === 'm')
    expect(men?.numbers.recall).toEqual({ value: null, interval: null, n: 19 })
    expect(men?.numbers.benefit?.value).toBeCloseTo(110 / 319, 12)
    expect(report.notices.join(' ')).toContain('known what was deserved of 5.96 % of m but 100 % of f')
  })

  test('are crossed with each other, and those of no known group are counted', async () => {
    const report = await reported(
      [
        ...many(30, 30, { gender: 'f', abroad: true }),
        ...many(30, 0, { gender: 'f', abroad: false }),
        ...many(30, 15, { gender: 'm', abroad: false }),
        ...many(7, 7, { gender: 'm' }),
      ],
      { ...offers, groups: genderAndAbroad },
    )
    expect(report.groupings.map((one) => [one.by, one.elsewhere])).toEqual([
      [['gender'], 0],
      [['abroad'], 7],
      [['gender', 'abroad'], 7],
    ])
    expect(report.groupings[0]).not.toHaveProperty('untold')
    expect(report.groupings[1]?.untold).toEqual({
      ...{ is: ['not known'], n: 7, tooSmall: true, numbers: {}, met: [] },
    })
    const rates = report.groupings[2]?.groups.map(({ is, numbers }) => [is, numbers.benefit?.value])
    expect(rates).toEqual([
      [['f', 'not abroad'], 0],
      [['f', 'abroad'], 1],
      [['m', 'not abroad'], 0.5],
    ])
  })

  test('are told beside those of no known group, who take part in no comparison', async () => {
    const report = await reported([
      ...many(40, 30, { gender: 'f' }),
      ...many(40, 30, { gender: 'm' }),
      ...many(100, 20),
    ])
    const [grouping] = report.groupings
    expect(grouping?.untold).toMatchObject({
      is: ['not known'],
      n: 100,
      numbers: { benefit: { value: 0.2 } },
    })
    expect(grouping?.untold?.met[0]).toMatchObject({ experience: 'offer', share: { value: 0.2 } })
    expect(standing(grouping, 'demographic-parity')?.between).not.toContain('not known')
    expect(report.notices.join(' ')).toContain(
      '55.6 % of the observations belong to no known group. Of these 20 % are treated well, of the others 75 %',
    )
  })

  test('may count persons instead of decisions', async () => {
    const asked = [...Array(30).keys()].flatMap((row) => [
      ...many(row < 15 ? 9 : 1, row < 15 ? 9 : 0, { gender: 'f', person: `p${row}` }),
    ])
    const report = await reported(asked, { ...offers, per: 'person' })
    expect(report.groupings[0]?.groups[0]).toMatchObject({
      n: 30,
      numbers: { benefit: { value: 0.5, n: 30 } },
    })
  })
})

describe('definitions', () => {
  test('are broken only beyond the tolerance and chance', async () => {
    const [far, near, few] = await Promise.all([
      reported([...many(400, 300, { gender: 'f' }), ...many(400, 200, { gender: 'm' })]),
      reported([...many(9000, 4500, { gender: 'f' }), ...many(9000, 4590, { gender: 'm' })]),
      reported([...many(25, 15, { gender: 'f' }), ...many(25, 10, { gender: 'm' })]),
    ])
    expect(standing(far.groupings[0], 'demographic-parity')).toMatchObject({
      status: 'broken',
      between: ['f', 'm'],
    })
    expect(standing(far.groupings[0], 'disparate-impact')).toMatchObject({ status: 'broken', value: 2 / 3 })
    expect(standing(near.groupings[0], 'demographic-parity')).toMatchObject({ status: 'holds' })
    expect(standing(near.groupings[0], 'disparate-impact')).toMatchObject({ status: 'holds' })
    expect(standing(few.groupings[0], 'demographic-parity')).toMatchObject({ status: 'inconclusive' })
    expect(standing(few.groupings[0], 'disparate-impact')).toMatchObject({ status: 'inconclusive' })
    expect(standing(far.groupings[0], 'equal-opportunity')).toBeUndefined()
  })

  test('tell errors of the deserving from errors of the others', async () => {
    const report = await reported(
      [
        ...many(300, 240, { gender: 'f', finished: true }),
        ...many(300, 30, { gender: 'f', finished: false }),
        ...many(300, 240, { gender: 'm', finished: true }),
        ...many(300, 150, { gender: 'm', finished: false }),
      ],
      withTruth,
    )
    expect(standing(report.groupings[0], 'equal-opportunity')).toMatchObject({
      status: 'inconclusive',
      value: 0,
    })
    expect(standing(report.groupings[0], 'equalized-odds')).toMatchObject({
      status: 'broken',
      between: ['m', 'f'],
    })
    const numbers = report.groupings[0]?.groups[0]?.numbers
    expect(numbers?.precision?.value).toBeCloseTo(240 / 270, 12)
    expect(numbers?.omission?.value).toBeCloseTo(60 / 330, 12)
  })

  test('allow for two looks where two rates must be equal', async () => {
    const people = (gender: string, benefitted: number) => [
      ...many(100, benefitted, { gender, finished: true }),
      ...many(100, 50, { gender, finished: false }),
    ]
    const [grouping] = (await reported([...people('f', 80), ...people('m', 60)], withTruth)).groupings
    const [one, two] = (['equal-opportunity', 'equalized-odds'] as const).map((name) =>
      standing(grouping, name),
    )
    expect(two?.value).toBe(one?.value)
    expect(two?.interval?.[0]).toBeLessThan(one?.interval?.[0] ?? 0)
    expect(two?.interval?.[1]).toBeGreaterThan(one?.interval?.[1] ?? 1)
  })

  test('see a score that is wrong in one group only', async () => {
    const right = { gender: 'f', score: 0.5 }
    const report = await reported(
      [
        ...many(400, 0, { ...right, finished: true }),
        ...many(400, 0, { ...right, finished: false }),
        ...many(400, 0, { gender: 'm', score: 0.8, finished: true }),
        ...many(400, 0, { gender: 'm', score: 0.8, finished: false }),
      ],
      withTruth,
    )
    const found = standing(report.groupings[0], 'calibration')
    expect(found).toMatchObject({ status: 'broken', between: ['m'] })
    expect(found?.because).toContain('The score of m is 30 percentage points too high on average')
  })

  test('compare waits', async () => {
    const days = (gender: string, mean: number) =>
      [...Array(50).keys()].flatMap((row) => many(1, 0, { gender, days: mean + (row % 5) - 2 }))
    const { groupings } = await reported([...days('f', 10), ...days('m', 14)], withDays)
    expect(standing(groupings[0], 'equal-waits')).toMatchObject({
      status: 'broken',
      value: 4,
      between: ['m', 'f'],
    })
  })
})

describe('what cannot hold together', () => {
  const group = (gender: string, [tp, fp, fn, tn]: readonly [number, number, number, number]) => [
    ...many(tp, tp, { gender, finished: true }),
    ...many(fp, fp, { gender, finished: false }),
    ...many(fn, 0, { gender, finished: true }),
    ...many(tn, 0, { gender, finished: false }),
  ]

  test('is said with the numbers of the groups that differ', async () => {
    const report = await reported(
      [...group('f', [320, 80, 80, 120]), ...group('m', [160, 40, 40, 360])],
      withTruth,
    )
    const said = report.groupings[0]?.incompatible
    expect(said).toContain('66.7 % of f and 33.3 % of m deserve it')
    // recall 0.8 and precision 0.8 in both: f (2/1) * (0.2/0.8) * 0.8 = 0.4, m (1/2) * 0.25 * 0.8 = 0.1
    expect(said).toContain('then 40 % of the others among f but 10 % among m would have the benefit')
  })

  test('is left open where groups may not differ, and denied where nobody was wrong', async () => {
    const alike = await reported(
      [...group('f', [40, 10, 10, 40]), ...group('m', [41, 10, 10, 40])],
      withTruth,
    )
    expect(alike.groupings[0]?.incompatible).toContain('which may be chance')
    const perfect = await reported([...group('f', [80, 0, 0, 20]), ...group('m', [20, 0, 0, 80])], withTruth)
    expect(perfect.groupings[0]?.incompatible).toContain('nobody was wrong')
    expect((await reported(group('f', [40, 10, 10, 40]), withTruth)).groupings[0]?.incompatible).toBeNull()
  })
})

describe("Simpson's paradox", () => {
  const stratified = { ...offers, strata: byDepartment }

  test('is pointed out in the admissions of Berkeley', async () => {
    const [grouping] = (await reported(applicants, stratified)).groupings
    expect(standing(grouping, 'disparate-impact')).toMatchObject({ status: 'broken' })
    expect(grouping?.reversals).toMatchObject([
      { strata: 'department', verdict: 'reverses', between: ['m', 'f'], inAll: { n: 4526 } },
    ])
    const [found] = grouping?.reversals ?? []
    expect(found?.inAll.value).toBeCloseTo(1198 / 2691 - 557 / 1835, 12)
    expect(found?.words).toContain('within department, f are ahead by 4.2')
    expect(found?.by.filter(({ first, second }) => (second.value ?? 0) > (first.value ?? 1))).toHaveLength(4)
  })

  test('is not pointed out where departments differ and groups are spread alike', async () => {
    const even = ['A', 'B'].flatMap((department, row) => [
      ...many(300, row === 0 ? 200 : 80, { department, gender: 'm' }),
      ...many(300, row === 0 ? 150 : 30, { department, gender: 'f' }),
    ])
    expect((await reported(even, stratified)).groupings[0]?.reversals).toEqual([])
  })

  test('is not pointed out where the difference is as large within departments, but less sure', async () => {
    const split = [
      ...many(190, 114, { department: 'A', gender: 'm' }),
      ...many(5, 3, { department: 'B', gender: 'm' }),
      ...many(5, 2, { department: 'A', gender: 'f' }),
      ...many(190, 76, { department: 'B', gender: 'f' }),
    ]
    const [grouping] = (await reported(split, stratified)).groupings
    expect(standing(grouping, 'demographic-parity')).toMatchObject({ status: 'broken' })
    expect(grouping?.reversals).toEqual([])
  })

  test('is told from a difference that vanishes, and from one that only appears within', async () => {
    const vanishing = ['A', 'B'].flatMap((department, row) => [
      ...many(row === 0 ? 900 : 100, row === 0 ? 720 : 20, { department, gender: 'm' }),
      ...many(row === 0 ? 100 : 900, row === 0 ? 80 : 180, { department, gender: 'f' }),
    ])
    expect((await reported(vanishing, stratified)).groupings[0]?.reversals).toMatchObject([
      { verdict: 'vanishes' },
    ])
    const appearing = ['A', 'B'].flatMap((department, row) => [
      ...many(row === 0 ? 300 : 700, row === 0 ? 270 : 350, { department, gender: 'm' }),
      ...many(row === 0 ? 700 : 300, row === 0 ? 530 : 90, { department, gender: 'f' }),
    ])
    expect((await reported(appearing, stratified)).groupings[0]?.reversals).toMatchObject([
      { verdict: 'appears' },
    ])
  })
})

describe('over seeded logs', () => {
  /** Applicants whose true chances are known; with `turned` the aggregate is the reverse of both departments. */
  function drawn(
    seed: number,
    n: number,
    chance: (gender: string, department: string) => number,
    men: number,
  ) {
    const random = seededRandom(seed)
    return Array.from({ length: n }, (): Applicant => {
      const department = random.next() < 0.5 ? 'A' : 'B'
      const share = department === 'A' ? men : 1 - men
      const gender = random.next() < share ? 'm' : 'f'
      return { gender, department, offer: random.next() < chance(gender, department) }
    })
  }

  test('intervals of groups contain the true rate, and true parity is rarely called broken', async () => {
    const runs = [...Array(300).keys()]
    const found = await Promise.all(
      runs.map((seed) => reported(drawn(seed, 240, (gender) => (gender === 'f' ? 0.3 : 0.3), 0.3))),
    )
    const intervals = found.flatMap(({ groupings }) =>
      (groupings[0]?.groups ?? []).map(({ numbers }) => numbers.benefit?.interval),
    )
    const covered = intervals.filter((one) => one && one[0] <= 0.3 && 0.3 <= one[1]).length
    expect(covered / intervals.length).toBeGreaterThan(0.93)
    const gaps = found.map(({ groupings }) => standing(groupings[0], 'demographic-parity'))
    const contain = gaps.filter((one) => one?.interval && one.interval[0] <= 0 && one.interval[1] >= 0)
    expect(contain.length / runs.length).toBeGreaterThan(0.93)
    expect(gaps.filter((one) => one?.status === 'broken').length / runs.length).toBeLessThan(0.03)
  })

  test('a planted reversal is pointed out, and one that is not there is not', async () => {
    const runs = [...Array(25).keys()]
    const base = (department: string) => (department === 'A' ? 0.7 : 0.2)
    const planted = await Promise.all(
      runs.map((seed) =>
        reported(
          drawn(seed, 2000, (gender, department) => base(department) + (gender === 'f' ? 0.12 : 0), 0.85),
          { ...offers, strata: byDepartment },
        ),
      ),
    )
    const reversed = planted.filter(({ groupings }) => groupings[0]?.reversals[0]?.verdict === 'reverses')
    expect(reversed.length / runs.length).toBeGreaterThan(0.95)
    const honest = await Promise.all(
      runs.map((seed) =>
        reported(
          drawn(seed, 2000, (gender, department) => base(department) - (gender === 'f' ? 0.12 : 0), 0.5),
          { ...offers, strata: byDepartment },
        ),
      ),
    )
    const told = honest.filter(({ groupings }) => (groupings[0]?.reversals.length ?? 0) > 0)
    expect(told.length / runs.length).toBeLessThan(0.05)
  })
})
