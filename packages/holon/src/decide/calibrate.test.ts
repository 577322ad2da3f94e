import { expect, it } from 'vitest'
import type { Calibration } from '../spec/model.ts'
import { classes, type Prediction, probability } from '../system/prediction.ts'
import { calibrate } from './calibrate.ts'
import type { Said } from './moment.ts'
import type { Plan } from './plan.ts'

const temperature: Calibration = { method: 'temperature', temperature: 2 }

function seen<P>(predicts: Prediction<P>, raw: unknown, calibration?: Calibration) {
  const plan = { source: { part: { predicts }, model: { calibration } } } as unknown as Plan
  return calibrate(plan, { ok: true, raw } as Said)
}

it('cools probabilities and classes by a temperature', () => {
  expect(seen(probability(), 0.8, temperature)).toEqual({
    ok: true,
    value: expect.closeTo(2 / 3, 12),
    calibrated: true,
  })
  expect(seen(classes(['no', 'yes']), { yes: 0.8, no: 0.2 }, temperature)).toEqual({
    ok: true,
    value: { yes: expect.closeTo(2 / 3, 12), no: expect.closeTo(1 / 3, 12) },
    calibrated: true,
  })
})

it('says that it is not calibrated where there is nothing that fits', () => {
  const said = { yes: 0.8, no: 0.2 }
  const platt: Calibration = { method: 'platt', slope: 1, intercept: 1 }
  expect(seen(classes(['no', 'yes']), said, platt)).toEqual({ ok: true, value: said, calibrated: false })
  expect(seen(classes(['no', 'yes']), said)).toMatchObject({ calibrated: false })
  expect(seen(probability(), 0.8)).toMatchObject({ value: 0.8, calibrated: false })
})
