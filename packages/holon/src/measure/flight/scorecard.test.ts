import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../stats/random/seeded.ts'
import { scorecardOf } from './scorecard.ts'
import { anyMeasure, flightOf, gatheredOf, goalOf, shareOf, unitsOf } from './units.fixture.ts'

const heard = (control: number, louder: number, n = 5000) =>
  goalOf('heard', { control: shareOf(control, n), louder: shareOf(louder, n) })
const nights = (control: number, louder: number, n = 5000) =>
  goalOf('quiet nights', { control: shareOf(control, n), louder: shareOf(louder, n) }, { layer: 'user' })

describe('the verdict', () => {
  const say = (...given: Parameters<typeof gatheredOf>) => scorecardOf(gatheredOf(...given)).verdict

  it('ships what improves the main goal and harms no guard', () => {
    expect(say([heard(2500, 3000), nights(4000, 4010)])).toMatchObject({
      ...{ say: 'ship', arm: 'louder' },
      words: expect.stringMatching(/no harm to a guard is seen: "quiet nights" \+0\.2 \(-/),
    })
  })

  it('stops what harms a guard, however good for the main goal', () => {
    expect(say([heard(2500, 3000), nights(4000, 3500)])).toMatchObject({
      say: 'stop',
      words: expect.stringMatching(/harms "quiet nights"/),
    })
  })

  it('ships nothing while of a guard nothing is known: no evidence is not a pass', () => {
    const unknown = goalOf(
      'quiet nights',
      { control: unitsOf(new Array(5000).fill([0, 0])), louder: unitsOf(new Array(5000).fill([0, 0])) },
      { layer: 'user' },
    )
    expect(say([heard(2500, 3000), unknown])).toMatchObject({
      ...{ say: 'keep running', arm: 'louder' },
      words: expect.stringMatching(/"louder" improves "heard".*"quiet nights" nothing is known yet/),
    })
    // Nothing will ever be known of what nobody measures, and all is known of what never happened.
    expect(say([heard(2500, 3000), { ...unknown, because: 'Nothing measures this goal.' }]).say).toBe('ship')
    expect(say([heard(2500, 3000), nights(0, 0)]).say).toBe('ship')
  })

  it('ships once more harm to a guard than its margin is ruled out', () => {
    const within = (margin: number, n: number) =>
      say([heard(n / 2, 0.6 * n, n), nights(0.8 * n, 0.8 * n, n)], {
        flight: flightOf(undefined, { margins: { 'quiet nights': margin } }),
      })
    expect(within(0.01, 5000)).toMatchObject({
      ...{ say: 'keep running', arm: 'louder' },
      words: expect.stringMatching(
        /"quiet nights" .* more harm than its margin of 1 percentage points is not/,
      ),
    })
    expect(within(0.01, 100_000).say).toBe('ship')
    expect(within(0.1, 5000).say).toBe('ship')
  })

  it('knows which way harm to a guard lies', () => {
    const flight = flightOf(undefined, { margins: { 'quiet nights': 0.01 } })
    const noisy = (louder: number) => ({ ...nights(20_000, louder, 50_000), target: { atMost: 0.5 } })
    expect(say([heard(25_000, 30_000, 50_000), noisy(18_000)], { flight }).say).toBe('ship')
    expect(say([heard(25_000, 30_000, 50_000), noisy(20_300)], { flight }).say).toBe('keep running')
    expect(say([heard(25_000, 30_000, 50_000), noisy(22_000)], { flight }).say).toBe('stop')
  })

  it('stops what makes the main goal worse', () => {
    expect(say([heard(3000, 2500)])).toMatchObject({
      say: 'stop',
      words: expect.stringMatching(/makes "heard" worse/),
    })
  })

  it('turns with the target: fewer may be better', () => {
    const fewer = { ...heard(3000, 2500), target: { atMost: 0.5 } }
    expect(say([fewer])).toMatchObject({ say: 'ship' })
  })

  it('says that a leading indicator misleads', () => {
    const leading = { ...heard(2500, 3000), layer: 'leading' as const }
    const owner = { ...nights(4000, 3500), name: 'returning', layer: 'organization' as const }
    expect(say([leading, owner])).toMatchObject({
      say: 'stop',
      words: expect.stringMatching(
        /wins its leading indicator "heard".*loses the organizational goal "returning"/,
      ),
    })
  })

  it('does not ship on an indicator that has been misleading, unless what it stands for is better too', () => {
    const leading = { ...heard(2500, 3000), layer: 'leading' as const }
    const owner = (louder: number) => ({
      ...{ ...nights(4000, louder), name: 'returning', layer: 'organization' as const },
    })
    const note = { goal: 'returning', verdict: 'misleading' as const, words: '"heard" has been misleading.' }
    const indicators = new Map([['heard', [note]]])
    const flight = flightOf(undefined, { guards: [] })
    expect(say([leading, owner(4010)], { indicators, flight })).toMatchObject({
      say: 'cannot say',
      arm: 'louder',
      words: expect.stringMatching(/"heard" has been misleading\. That alone is no reason to ship it/),
    })
    expect(say([leading, owner(4400)], { indicators, flight }).say).toBe('ship')
    const told = new Map([['heard', [{ ...note, verdict: 'predicts' as const }]]])
    expect(say([leading, owner(4010)], { indicators: told, flight }).say).toBe('ship')
    const [goal] = scorecardOf(gatheredOf([leading], { indicators })).goals
    expect(goal?.indicates).toEqual([note])
  })

  it('holds organizational goals for guards, whatever the flight says', () => {
    const owner = { ...nights(4000, 3500), name: 'returning', layer: 'organization' as const }
    const { goals, verdict } = scorecardOf(
      gatheredOf([heard(2500, 3000), owner], { flight: flightOf(undefined, { guards: [] }) }),
    )
    expect(goals.find((goal) => goal.name === 'returning')?.role).toBe('guard')
    expect(verdict.say).toBe('stop')
  })

  it('cannot say where units did not come in the shares of the flight', () => {
    const lost = goalOf('heard', { control: shareOf(2500, 5000), louder: shareOf(2700, 4500) })
    expect(say([lost])).toMatchObject({
      say: 'cannot say',
      words: expect.stringMatching(/control 5000, louder 4500/),
    })
  })

  it('cannot say where units of one arm were exposed less', () => {
    const exposed = [
      { arm: 'control', n: 4500, of: 5000 },
      { arm: 'louder', n: 4200, of: 5000 },
    ]
    expect(say([heard(2500, 3000)], { exposed })).toMatchObject({
      say: 'cannot say',
      words: expect.stringMatching(/4500 of 5000/),
    })
  })

  it('reports answers that differ, and decides all the same: a change may bring them', () => {
    const answers = {
      measure: anyMeasure,
      byArm: new Map([
        ['control', shareOf(1000, 5000)],
        ['louder', shareOf(1500, 5000)],
      ]),
    }
    const { missing, verdict } = scorecardOf(gatheredOf([heard(2500, 3000)], { answers }))
    expect(missing).toMatchObject([{ uneven: true, blocks: false, arms: [{ n: 1000 }, { n: 1500 }] }])
    expect(verdict.say).toBe('ship')
  })

  it('keeps running while an arm has hardly anybody', () => {
    expect(say([heard(5, 20, 20)])).toMatchObject({
      say: 'keep running',
      words: expect.stringMatching(/"control" has 20 units/),
    })
  })

  it('keeps running while an effect worth having may be there, and says how much longer', () => {
    const { say: what, words } = say([heard(250, 260, 500)], { flight: flightOf(undefined, { worth: 0.02 }) })
    expect(what).toBe('keep running')
    expect(words).toMatch(/An effect of 2 percentage points .* after about [\d,]+ more units/)
  })

  it('stops when whatever effect there is is not worth having', () => {
    const flight = flightOf(undefined, { worth: 0.05, plannedUnits: 100_000 })
    expect(say([heard(25_000, 25_020, 50_000)], { flight })).toMatchObject({
      say: 'stop',
      words: expect.stringMatching(/No arm changes "heard" by 5 percentage points/),
    })
  })

  it('cannot say without a main goal', () => {
    const { main: _, ...flight } = flightOf()
    expect(say([heard(2500, 2510)], { flight })).toMatchObject({
      say: 'cannot say',
      words: expect.stringMatching(/names no main goal/),
    })
  })

  it('states every rule, and decides by the first that holds', () => {
    const { rules } = say([heard(2500, 3000), nights(4000, 3500)])
    const first = rules.find((rule) => rule.holds)
    expect(rules).toHaveLength(16)
    expect(first?.rule).toBe('Every arm harms a guard goal: stop')
  })

  it('ships the best of the arms that harm nobody', () => {
    const arms = ['control', 'louder', 'loudest', 'siren']
    const by = (control: number, louder: number, loudest: number, siren: number) => ({
      ...{ control: shareOf(control, 5000), louder: shareOf(louder, 5000) },
      ...{ loudest: shareOf(loudest, 5000), siren: shareOf(siren, 5000) },
    })
    const goals = [
      goalOf('heard', by(2500, 2800, 3000, 4500)),
      goalOf('quiet nights', by(4000, 4000, 4000, 1000), { layer: 'user' }),
    ]
    expect(say(goals, { flight: flightOf(arms) })).toMatchObject({ say: 'ship', arm: 'loudest' })
  })
})

describe('effects', () => {
  it('are a difference of ratios of sums over units, not over rows', () => {
    // One person with a hundred quiet rows weighs as much in the error as one with a single row.
    const one = unitsOf(
      Array.from({ length: 100 }, (_, i) => (i === 0 ? ([0, 100] as const) : ([1, 1] as const))),
    )
    const other = unitsOf(Array.from({ length: 100 }, () => [1, 1] as const))
    const [goal] = scorecardOf(gatheredOf([goalOf('heard', { control: one, louder: other })])).goals
    const [effect] = goal?.effects ?? []
    expect(effect?.control).toBeCloseTo(99 / 199, 12)
    // All of the louder arm are alike: nothing shows how far they spread, so nothing is estimated.
    expect(effect).toMatchObject({ value: 1, absolute: null, verdict: 'cannot say' })
  })

  it('say nothing of what was not measured, and why', () => {
    const unknown = { ...goalOf('returning', {}), because: 'Nothing measures this goal.' }
    const { goals } = scorecardOf(gatheredOf([heard(2500, 2600), unknown]))
    expect(goals.find((goal) => goal.name === 'returning')).toMatchObject({
      because: 'Nothing measures this goal.',
      effects: [{ arm: 'louder', absolute: null, verdict: 'cannot say' }],
    })
  })

  it('come in the order of the layers', () => {
    const goals = [
      { ...heard(1, 1), name: 'm', layer: 'model' as const },
      { ...heard(1, 1), name: 'o', layer: 'organization' as const },
      { ...heard(1, 1), name: 'u', layer: 'user' as const },
    ]
    expect(scorecardOf(gatheredOf(goals)).goals.map((goal) => goal.name)).toEqual(['o', 'u', 'm'])
  })

  it('lose the variance that the time before explains', () => {
    const random = seededRandom(7)
    const normal = () => Array.from({ length: 12 }, () => random.next()).reduce((sum, u) => sum + u, -6)
    const people = (shift: number) =>
      unitsOf(
        Array.from({ length: 4000 }, () => {
          const habit = normal()
          return [habit + 0.5 * normal() + shift, 1, habit + 0.5 * normal(), 1] as const
        }),
      )
    const goal = goalOf('heard', { control: people(0), louder: people(0.1) })
    const plain = scorecardOf(gatheredOf([goal])).goals[0]?.effects[0]
    const adjusted = scorecardOf(gatheredOf([goal], { adjust: true })).goals[0]?.effects[0]
    // Correlation of before and after is 1 / 1.25, so 1 - 0.64 of the variance is left.
    expect(adjusted?.varianceReduction).toBeCloseTo(0.64, 1)
    const width = (effect: typeof plain) =>
      (effect?.absolute?.interval[1] ?? 0) - (effect?.absolute?.interval[0] ?? 0)
    expect(width(adjusted) / width(plain)).toBeCloseTo(0.6, 1)
  })

  it('of two crossed factors are told apart from what they do together', () => {
    const flight = flightOf([], {
      factors: ['model', 'words'],
      arms: [
        { name: 'old+plain', share: 0.25, levels: { model: 'old', words: 'plain' } },
        { name: 'new+plain', share: 0.25, levels: { model: 'new', words: 'plain' } },
        { name: 'old+calm', share: 0.25, levels: { model: 'old', words: 'calm' } },
        { name: 'new+calm', share: 0.25, levels: { model: 'new', words: 'calm' } },
      ],
    })
    const goal = goalOf('heard', {
      ...{ 'old+plain': shareOf(4000, 10_000), 'new+plain': shareOf(4000, 10_000) },
      ...{ 'old+calm': shareOf(5000, 10_000), 'new+calm': shareOf(6000, 10_000) },
    })
    const { factors } = scorecardOf(gatheredOf([goal], { flight }))
    expect(
      factors.map(({ level, with: beside, effect }) => [level, beside?.level, effect?.estimate.toFixed(6)]),
    ).toEqual([
      ['new', undefined, '0.050000'],
      ['calm', undefined, '0.150000'],
      ['new', 'calm', '0.100000'],
    ])
    expect(factors[2]?.words).toMatch(/together, beyond the sum of both: 0.1/)
  })

  it('of a slice are corrected for how many slices were looked at', () => {
    const slices = Array.from({ length: 20 }, (_, i) => ({
      field: 'room',
      slice: `r${i}`,
      byArm: new Map([
        ['control', shareOf(500, 1000)],
        ['louder', shareOf(i === 0 ? 580 : 500, 1000)],
      ]),
    }))
    const told = scorecardOf(gatheredOf([heard(2500, 2600)], { slices })).slices[0]?.effects[0]
    expect(told?.pValue).toBeLessThan(0.05)
    expect(told?.adjusted).toBeCloseTo(20 * (told?.pValue ?? 0), 12)
    expect(told?.verdict).toBe('no difference seen')
  })
})

describe('novelty', () => {
  const stretches = (effects: readonly number[]) =>
    effects.map((more, stretch) => ({
      stretch,
      byArm: new Map([
        ['control', shareOf(5000, 10_000)],
        ['louder', shareOf(5000 + more, 10_000)],
      ]),
    }))
  const words = (effects: readonly number[]) =>
    scorecardOf(gatheredOf([heard(2500, 2600)], { stretches: stretches(effects), sinceMet: '1 day' })).novelty
      ?.trends[0]?.words

  it('is seen where an effect wears off', () => {
    expect(words([1500, 1000, 500, 250, 0])).toMatch(/wears off/)
  })

  it('is seen where an effect grows', () => {
    expect(words([0, 250, 500, 1000, 1500])).toMatch(/grows/)
  })

  it('is not seen where it stays', () => {
    expect(words([500, 480, 510, 490, 505])).toMatch(/No change/)
  })
})
