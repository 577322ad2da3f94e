import { describe, expect, it } from 'vitest'
import { levels, readingOf } from '../../meter.ts'
import { inHundred, meaningOf, whyRaised } from './words.ts'

const oddity = { question: 'charity', because: 'x' }

describe('the words of the meter', () => {
  it('say something else for each level, and neither accuse nor promise', () => {
    const all = levels.map((level) => meaningOf({ ...readingOf(0.1, 60_000, []), level }))
    expect(new Set(all).size).toBe(levels.length)
    for (const words of all) expect(words).not.toMatch(/will|never|fraud|cheat|suspicious|guarantee|wrong/i)
  })

  it('tell why a reading is above its estimate, and only then', () => {
    expect(whyRaised(readingOf(0.1, 60_000, []), [oddity])).toBeUndefined()
    expect(whyRaised({ ...readingOf(0.1, 60_000, []), level: 'moderate' }, [oddity])).toContain('stands out')
    expect(whyRaised(readingOf(0.1, 12_000_000, []), [])).toContain('examined more often')
  })

  it('count in hundreds', () => {
    expect([0, 0.4, 0.6, 12.3, 100].map(inHundred)).toEqual([
      'fewer than 1 in 100',
      'fewer than 1 in 100',
      '1 in 100',
      '12 in 100',
      '100 in 100',
    ])
  })
})
