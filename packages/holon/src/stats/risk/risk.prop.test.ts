import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { binomialProbability } from '../distribution/binomial.ts'
import { seededRandom } from '../random/seeded.ts'
import { certifiedSettings } from './certified.ts'
import { conformalRiskSetting } from './conformal-risk.ts'
import { hoeffdingBentkus } from './hoeffding-bentkus.ts'
import { operatingPoint } from './operating-point.ts'

describe('hoeffdingBentkus', () => {
  test('is a valid p-value: at the limit it is at most u with probability of at most u', () => {
    for (const n of [100, 400]) {
      for (const u of [0.01, 0.05, 0.2]) {
        let small = 0
        for (let k = 0; k <= n; k += 1) {
          if (hoeffdingBentkus(k / n, n, 0.2, { binary: true }) <= u) small += binomialProbability(k, n, 0.2)
        }
        expect(small).toBeLessThanOrEqual(u)
        expect(small).toBeGreaterThan(0)
      }
    }
  })

  test('rises with the risk and is smaller for losses of 0 or 1', () => {
    const risk = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(risk, risk, fc.integer({ min: 1, max: 500 }), (a, b, n) => {
        const low = hoeffdingBentkus(Math.min(a, b), n, 0.3)
        expect(low).toBeLessThanOrEqual(hoeffdingBentkus(Math.max(a, b), n, 0.3) + 1e-12)
        expect(hoeffdingBentkus(a, n, 0.3, { binary: true })).toBeLessThanOrEqual(hoeffdingBentkus(a, n, 0.3))
      }),
    )
  })
})

describe('certifiedSettings', () => {
  const list = fc.array(fc.double({ min: 0, max: 0.2, noNaN: true }), { maxLength: 10 })

  test('Holm certifies whatever Bonferroni does', () => {
    fc.assert(
      fc.property(list, (p) => {
        const holm = certifiedSettings(p, 0.1, 'holm')
        expect(holm).toEqual(expect.arrayContaining(certifiedSettings(p, 0.1, 'bonferroni')))
      }),
    )
  })

  test('a sequence stops at its first failure, and several share delta', () => {
    expect(certifiedSettings([0.01, 0.2, 0.01], 0.1, 'fixed-sequence')).toEqual([0])
    expect(certifiedSettings([0.01, 0.2, 0.01, 0.04], 0.1, 'fixed-sequence', 2)).toEqual([0, 2, 3])
    expect(certifiedSettings([0.08], 0.1, 'fixed-sequence', 2)).toEqual([])
    expect(certifiedSettings([], 0.1, 'fixed-sequence')).toEqual([])
  })
})

describe('operatingPoint', () => {
  test('goes as far as the risk allows, whichever way it runs and however it is sorted', () => {
    expect(operatingPoint([0.1, 0.5, 0.9], [0.05, 0.1, 0.3], 0.2)).toEqual({ setting: 0.5, met: true })
    expect(operatingPoint([0.9, 0.1, 0.5], [0.3, 0.05, 0.1], 0.2)).toEqual({ setting: 0.5, met: true })
    expect(operatingPoint([0.1, 0.5, 0.9], [0.3, 0.1, 0.05], 0.2)).toEqual({ setting: 0.5, met: true })
  })

  test('names the safest setting where none will do', () => {
    expect(operatingPoint([0.1, 0.9], [0.5, 0.7], 0.2)).toEqual({ setting: 0.1, met: false })
    expect(operatingPoint([0.1, 0.9], [0.7, 0.5], 0.2)).toEqual({ setting: 0.9, met: false })
  })
})

describe('conformalRiskSetting', () => {
  test('keeps the expected loss of a new row below the limit', () => {
    const random = seededRandom('risk')
    const grid = Array.from({ length: 50 }, (_, i) => i / 50)
    let loss = 0
    for (let round = 0; round < 3000; round += 1) {
      const calibration = Array.from({ length: 30 }, () => random.next())
      const risks = grid.map((setting) => calibration.filter((score) => score < setting).length / 30)
      const setting = conformalRiskSetting(grid, risks, 30, 0.2) ?? 0
      if (random.next() < setting) loss += 1
    }
    expect(loss / 3000).toBeLessThan(0.21)
    expect(loss / 3000).toBeGreaterThan(0.12)
  })

  test('looks no further than the first failure, and knows when there is no setting', () => {
    expect(conformalRiskSetting([0, 1, 2], [0, 0.9, 0], 99, 0.2)).toBe(0)
    expect(conformalRiskSetting([0, 1, 2], [0, 0, 0], 99, 0.2)).toBe(2)
    expect(conformalRiskSetting([0, 1], [0, 0], 3, 0.2)).toBeUndefined()
  })
})
