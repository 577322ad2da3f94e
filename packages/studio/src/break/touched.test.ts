import type { Measure } from 'holon'
import { expect, test } from 'vitest'
import { isTouchedAtOnce } from './touched.ts'

const rows = { decision: 'meter', per: 'decision' } as const
const useful = { op: 'feedback', name: 'useful' } as const

test('tells what changes with the failing model from what changes once people react', () => {
  const share: Measure = { op: 'rate', of: useful, ...rows }
  expect(isTouchedAtOnce(share)).toBe(false)
  expect(isTouchedAtOnce({ op: 'auc', score: { op: 'prediction' }, label: useful, ...rows })).toBe(true)
  expect(isTouchedAtOnce({ op: 'rate', of: { op: 'not', of: { op: 'degraded' } }, ...rows })).toBe(true)
  const shown = {
    op: 'compare',
    by: 'eq',
    left: { op: 'experience' },
    right: { op: 'literal', value: 'review' },
  } as const
  expect(isTouchedAtOnce({ ...share, among: { op: 'or', of: [shown] } })).toBe(true)
})
