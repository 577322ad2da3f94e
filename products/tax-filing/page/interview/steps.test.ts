import { describe, expect, it } from 'vitest'
import { samples } from '../../domain/samples.ts'
import { around, stepsOf, whereToGoOn } from './steps.ts'

describe('the steps of the interview', () => {
  it('leave out a part in which nothing is asked', () => {
    const ids = stepsOf({ status: 'single' }).map(({ section }) => section.id)
    expect(ids).toEqual(['filing', 'work', 'investments', 'deductions', 'payments', 'about'])
    const consultant = samples.find(({ id }) => id === 'consultants')?.answers ?? {}
    expect(stepsOf(consultant).map(({ section }) => section.id)).toContain('business')
  })

  it('count what is open in each', () => {
    const [filing, work] = stepsOf({ hasWages: true, hasBusiness: false })
    expect(filing).toMatchObject({ section: { id: 'filing' }, open: 1 })
    expect(work).toMatchObject({ section: { id: 'work' }, open: 1, begun: true })
  })

  it('know what comes before and after', () => {
    const steps = stepsOf({})
    expect(around(steps, 'filing').before).toBeUndefined()
    expect(around(steps, 'work').before?.section.id).toBe('filing')
    expect(around(steps, 'work').after?.section.id).toBe('investments')
    expect(around(steps, 'about').after).toBeUndefined()
  })

  it('go on where something is open, and to the result when nothing is', () => {
    expect(whereToGoOn({})).toEqual({ view: 'interview', section: 'filing' })
    expect(whereToGoOn({ status: 'single' })).toEqual({ view: 'interview', section: 'work' })
    expect(whereToGoOn(samples[0]?.answers ?? {})).toEqual({ view: 'result' })
  })
})
