import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { capitalGains, lossCarryover } from './capital-gains.ts'

const enough = 100_000
const result = fc.integer({ min: -500_000, max: 500_000 })

describe('netting', () => {
  it.each([
    [10_000, 20_000, 30_000, 20_000],
    [-5_000, 20_000, 15_000, 15_000],
    [20_000, -5_000, 15_000, 0],
    [-20_000, 5_000, -3_000, 0],
    [0, -1_000, -1_000, 0],
  ])(
    'short %d and long %d: recognized %d, at gains rates %d',
    (shortTerm, longTerm, recognized, preferential) => {
      expect(capitalGains({ shortTerm, longTerm }, 'single')).toMatchObject({ recognized, preferential })
    },
  )

  it('halves the loss limit of a separate filer', () => {
    expect(capitalGains({ shortTerm: -9_000, longTerm: 0 }, 'married-separately').recognized).toBe(-1_500)
  })
})

describe('the loss carried to next year', () => {
  const carried = (shortTerm: number, longTerm: number, income = enough) => {
    const gains = { shortTerm, longTerm }
    return lossCarryover(gains, capitalGains(gains, 'single'), income)
  }

  it('uses short-term losses first', () => {
    expect(carried(-2_000, -10_000)).toEqual({ shortTerm: 0, longTerm: 9_000 })
    expect(carried(-10_000, -2_000)).toEqual({ shortTerm: 7_000, longTerm: 2_000 })
    expect(carried(-10_000, 4_000)).toEqual({ shortTerm: 3_000, longTerm: 0 })
    expect(carried(4_000, -10_000)).toEqual({ shortTerm: 0, longTerm: 3_000 })
  })

  it('keeps what income could not use', () => {
    expect(carried(-10_000, 0, -1_000)).toEqual({ shortTerm: 8_000, longTerm: 0 })
    expect(carried(-10_000, 0, -9_000)).toEqual({ shortTerm: 10_000, longTerm: 0 })
  })

  it('loses nothing: what is not recognized is carried', () => {
    fc.assert(
      fc.property(result, result, (shortTerm, longTerm) => {
        const gains = { shortTerm, longTerm }
        const { net, recognized } = capitalGains(gains, 'single')
        const later = carried(shortTerm, longTerm)
        expect(recognized - later.shortTerm - later.longTerm).toBe(net)
        expect(Math.min(later.shortTerm, later.longTerm)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
