import { describe, expect, it } from 'vitest'
import type { FlightDocument, Judge } from '../../../spec/flight.ts'
import type { FlightLook } from '../../../spec/scorecard.ts'
import { score } from '../scorecard.ts'
import { flightOf, gatheredOf, goalOf, shareOf } from '../units.fixture.ts'

const heard = (control: number, louder: number, n: number) =>
  goalOf('heard', { control: shareOf(control, n), louder: shareOf(louder, n) })

function cardOf(
  judge: Judge,
  goal: ReturnType<typeof heard>,
  looks: readonly FlightLook[] = [],
  more: Partial<FlightDocument> = {},
) {
  return score(gatheredOf([goal], { flight: flightOf(undefined, { judge, ...more }), looks }))
}

const fixed: Judge = { method: 'fixed', units: 4000 }
const sequential: Judge = { method: 'group-sequential', units: 4000, looks: 4 }

describe('a flight that is looked at once', () => {
  it('refuses a verdict, and every effect, until its units are there', () => {
    const { card, taken } = cardOf(fixed, heard(500, 900, 1500))
    expect(taken).toBeUndefined()
    expect(card.verdict).toMatchObject({
      say: 'keep running',
      words: 'It is judged once, at 4000 units: 1000 are missing.',
    })
    expect(card.goals[0]?.effects[0]).toMatchObject({ absolute: null, pValue: null, verdict: 'cannot say' })
    expect(card.judging?.plan).toEqual({
      units: 4000,
      looks: [],
      next: { look: 1, atUnits: 4000, missing: 1000 },
    })
  })

  it("is judged by Student's test then, with narrower intervals than one that may be looked at any time", () => {
    const { card, taken } = cardOf(fixed, heard(1000, 1080, 2000))
    expect(taken).toMatchObject({ look: 1, units: 4000, information: 1, spent: 0.05 })
    const [effect] = card.goals[0]?.effects ?? []
    // 0.04 at a standard error of sqrt(0.25 / 2000 + 0.2484 / 2000).
    expect(effect?.absolute?.interval[0]).toBeCloseTo(0.04 - 1.96 * Math.sqrt(0.4984 / 2000), 3)
    expect(card.verdict).toMatchObject({ say: 'ship', arm: 'louder' })
    expect(cardOf({ method: 'always-valid' }, heard(1000, 1080, 2000)).card.verdict.say).toBe('keep running')
  })

  it('stays as it was seen, whatever comes later', () => {
    const first = cardOf(fixed, heard(1000, 1010, 2000))
    const later = cardOf(fixed, heard(2000, 2600, 4000), first.taken === undefined ? [] : [first.taken])
    expect(later.taken).toBeUndefined()
    expect(later.card.goals).toEqual(first.card.goals)
    expect(later.card.verdict).toMatchObject({
      say: 'stop',
      words: expect.stringMatching(/The 4000 units of the plan are in, and no difference is shown/),
    })
  })

  it('cannot be judged when it ended too early', () => {
    const { card } = cardOf(fixed, heard(500, 900, 1500), [], { state: 'stopped' })
    expect(card.verdict).toMatchObject({
      say: 'cannot say',
      words: expect.stringMatching(/3000 of 4000 units/),
    })
  })

  it('says what the look will be able to see', () => {
    const { card } = cardOf(fixed, heard(750, 760, 1500), [], { worth: 0.05 })
    expect(card.longer).toMatchObject({ effect: 0.05, unitsMore: 1000 })
    // Power of a two-sided test at 0.05 / sqrt(0.5 / 2000) = 3.16 standard errors.
    expect(card.longer?.power).toBeCloseTo(0.885, 2)
  })
})

describe('a group-sequential flight', () => {
  it('is judged at its looks only, against a boundary that falls', () => {
    const early = cardOf(sequential, heard(250, 275, 500))
    expect(early.taken).toMatchObject({ look: 1, information: 0.25 })
    expect(early.taken?.bound).toBeGreaterThan(4)
    expect(early.card.verdict).toMatchObject({
      say: 'keep running',
      words: expect.stringMatching(/The next look is at 2000 units/),
    })
    const looks = early.taken === undefined ? [] : [early.taken]
    const between = cardOf(sequential, heard(300, 600, 750), looks)
    expect(between.taken).toBeUndefined()
    expect(between.card.goals).toEqual(early.card.goals)
    const second = cardOf(sequential, heard(500, 580, 1000), looks)
    expect(second.card.judging?.plan?.looks.map(({ look }) => look)).toEqual([1, 2])
    expect(second.taken?.bound).toBeLessThan(early.taken?.bound ?? 0)
    expect(second.card.verdict.say).toBe('ship')
    const [effect] = second.card.goals[0]?.effects ?? []
    expect(effect?.z).toBeGreaterThan(second.taken?.bound ?? Infinity)
  })

  it('lets a late look stand for those it missed', () => {
    const { taken, card } = cardOf(sequential, heard(750, 760, 1500))
    expect(taken).toMatchObject({ look: 3, information: 0.75 })
    expect(card.judging?.plan?.next).toEqual({ look: 4, atUnits: 4000, missing: 1000 })
  })

  it('spends all of the error by its last look, and stops', () => {
    const { taken, card } = cardOf(sequential, heard(1000, 1010, 2000))
    expect(taken?.spent).toBeCloseTo(0.05, 12)
    expect(card.judging?.plan?.next).toBeUndefined()
    expect(card.verdict).toMatchObject({
      say: 'stop',
      words: expect.stringMatching(/Another look was not planned/),
    })
  })

  it('spends more at first as Pocock does', () => {
    const pocock: Judge = { ...sequential, spending: 'pocock' }
    expect(cardOf(pocock, heard(250, 260, 500)).taken?.bound).toBeLessThan(2.5)
  })
})

describe('a flight that is judged by what to believe', () => {
  const prior = { deviation: 0.1 }
  const judge: Judge = { method: 'bayesian', prior }

  it('tells a chance and what to lose, and no p-value', () => {
    const { card } = cardOf(judge, heard(1000, 1100, 2000))
    const [effect] = card.goals[0]?.effects ?? []
    expect(effect).toMatchObject({ pValue: null, adjusted: null, verdict: 'better' })
    expect(effect?.posterior?.chanceBetter).toBeGreaterThan(0.99)
    expect(effect?.posterior?.lossOfTaking).toBeLessThan(effect?.posterior?.lossOfKeeping ?? 0)
    // Data say 0.05 with a variance of 0.4975 / 2000, the prior 0 with 0.05 ^ 2.
    const weight = 0.05 ** 2 / (0.05 ** 2 + 0.4975 / 2000)
    expect(effect?.absolute?.estimate).toBeCloseTo(0.05 * weight, 4)
    expect(card.verdict.words).toMatch(/better with a chance of 99/)
    expect(card.judging?.words).toMatch(/no error rates/)
  })

  it('turns where less is better, and says nothing of a chance between two ends', () => {
    const goal = heard(1000, 1100, 2000)
    const posterior = (target: typeof goal.target | { atMost: number } | { between: [number, number] }) =>
      cardOf(judge, { ...goal, target } as typeof goal).card.goals[0]?.effects[0]
    const [up, down] = [posterior({ atLeast: 0.5 }), posterior({ atMost: 0.5 })]
    expect(down?.verdict).toBe('worse')
    expect((up?.posterior?.chanceBetter ?? 0) + (down?.posterior?.chanceBetter ?? 0)).toBeCloseTo(1, 12)
    expect(down?.posterior?.lossOfTaking).toBe(up?.posterior?.lossOfKeeping)
    expect(posterior({ between: [0.4, 0.6] })?.posterior?.chanceBetter).toBeNull()
    expect(posterior({ between: [0.7, 0.9] })?.posterior?.chanceBetter).toBe(up?.posterior?.chanceBetter)
  })

  it('believes less in a surprise, the narrower its prior', () => {
    const narrow = cardOf({ method: 'bayesian', prior: { deviation: 0.01 } }, heard(1000, 1070, 2000))
    expect(narrow.card.goals[0]?.effects[0]?.verdict).toBe('no difference seen')
    expect(cardOf(judge, heard(1000, 1070, 2000)).card.goals[0]?.effects[0]?.verdict).toBe('better')
  })
})

it('a flight that says nothing is judged as always', () => {
  const { card } = score(gatheredOf([heard(1000, 1100, 2000)]))
  expect(card).toEqual({
    ...cardOf({ method: 'always-valid' }, heard(1000, 1100, 2000)).card,
    flight: card.flight,
  })
  expect(card.judging).toMatchObject({ method: 'always-valid', units: 4000 })
})
