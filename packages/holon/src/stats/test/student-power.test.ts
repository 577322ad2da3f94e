import { describe, expect, test } from 'vitest'
import { studentEffect, studentPower, studentUnits } from './student-power.ts'

describe('the power of a t test', () => {
  const plan = { variance: 1 }

  test('is the level where there is no effect', () => {
    expect(studentPower(plan, 0, 40)).toBeCloseTo(0.05, 10)
    expect(studentPower({ ...plan, alternative: 'greater', alpha: 0.1 }, 0, 40)).toBeCloseTo(0.1, 10)
  })

  test('needs 128 units for a medium effect, as Cohen’s table says', () => {
    expect(studentUnits(plan, 0.5)).toBe(128)
    expect(studentPower(plan, 0.5, 128)).toBeCloseTo(0.8015, 4)
  })

  test('is the same in both directions', () => {
    expect(studentPower({ ...plan, alternative: 'less' }, -0.4, 60)).toBeCloseTo(
      studentPower({ ...plan, alternative: 'greater' }, 0.4, 60),
      12,
    )
    expect(studentPower(plan, -0.4, 60)).toBeCloseTo(studentPower(plan, 0.4, 60), 12)
  })

  test.each(['two-sided', 'greater', 'less'] as const)('finds the effect that has it (%s)', (alternative) => {
    const effect = studentEffect({ ...plan, alternative }, 100)
    expect(studentPower({ ...plan, alternative }, effect, 100)).toBeCloseTo(0.8, 9)
  })

  test('cannot be reached without an effect', () => {
    expect(studentUnits(plan, 0)).toBe(Infinity)
  })
})
