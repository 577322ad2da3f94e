import { expect, it } from 'vitest'
import { smartToaster } from '../../system.ts'
import { type Course, storyOf } from './story.ts'

const good: Course = {
  seconds: 140,
  guardrails: [],
  code: undefined,
  degraded: false,
  saved: undefined,
  fuseOpen: false,
}

it('has nothing to tell on a good day', () => {
  expect(storyOf(good)).toEqual([])
})

it('tells who acted, in order', () => {
  const clamp = {
    guardrail: 'longest time',
    did: 'clamp' as const,
    from: 'toast',
    to: 'toast',
    because: 'longer than this slice can take',
  }
  const told = storyOf({
    ...good,
    seconds: 165.6,
    guardrails: [clamp],
    degraded: true,
    code: 'model-not-finite',
    saved: { by: 'too hot', because: 'the bread is too hot' },
    fuseOpen: true,
  })
  expect(told.map(({ by }) => by)).toEqual(['the fixed dial', 'longest time', 'too hot', 'the thermal fuse'])
  expect(told[0]?.words).toContain('no number')
  expect(told[1]?.words).toContain('166 seconds')
  expect(told[2]?.words).toContain('the bread is too hot')
})

it('has words for every guardrail of the heater, and for the watchdog', () => {
  const names =
    smartToaster.decisions.find(({ name }) => name === 'heat')?.guardrails.map(({ name }) => name) ?? []
  expect(names).toHaveLength(4)
  for (const by of [...names, 'watchdog']) {
    const [told] = storyOf({ ...good, saved: { by, because: 'so it is' } })
    expect(told?.words).not.toContain('It acted because')
  }
})
