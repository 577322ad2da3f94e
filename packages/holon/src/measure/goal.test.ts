import { describe, expect, test } from 'vitest'
import type { Target } from '../spec/api.ts'
import type { Estimate } from './estimate.ts'
import { judge } from './goal.ts'

const at = (low: number, high: number): Estimate => ({
  value: (low + high) / 2,
  interval: [low, high],
  n: 143,
})

describe('a goal', () => {
  test.each<[Target, number, number, string]>([
    [{ atLeast: 0.6 }, 0.6, 0.7, 'met'],
    [{ atLeast: 0.6 }, 0.59, 0.7, 'inconclusive'],
    [{ atLeast: 0.6 }, 0.5, 0.6, 'inconclusive'],
    [{ atLeast: 0.6 }, 0.5, 0.59, 'missed'],
    [{ atMost: 0.6 }, 0.5, 0.6, 'met'],
    [{ atMost: 0.6 }, 0.5, 0.61, 'inconclusive'],
    [{ atMost: 0.6 }, 0.61, 0.7, 'missed'],
    [{ between: [0.4, 0.6] }, 0.4, 0.6, 'met'],
    [{ between: [0.4, 0.6] }, 0.3, 0.7, 'inconclusive'],
    [{ between: [0.4, 0.6] }, 0.5, 0.7, 'inconclusive'],
    [{ between: [0.4, 0.6] }, 0.1, 0.39, 'missed'],
    [{ between: [0.4, 0.6] }, 0.61, 0.7, 'missed'],
  ])('of %o is judged by the whole interval %d to %d: %s', (target, low, high, status) => {
    expect(judge(target, at(low, high)).status).toBe(status)
  })

  test.each<[string, Estimate]>([
    ['nothing was observed', { value: null, interval: null, n: 0 }],
    ['nothing was counted', { value: 0, interval: [0, 0], n: 0 }],
    ['there is no interval', { value: 0.9, interval: null, n: 1 }],
  ])('is inconclusive when %s', (_, estimate) => {
    for (const target of [{ atLeast: 0 }, { atMost: 1 }, { between: [0, 1] }] as const)
      expect(judge(target, estimate).status).toBe('inconclusive')
  })

  test.each<[Target, Estimate, string]>([
    [
      { atLeast: 0.6 },
      { value: 0.7101, interval: [0.6304, 0.7797], n: 143 },
      '0.71 of 143, interval 0.63 to 0.78, target at least 0.6',
    ],
    [
      { atMost: 12_000 },
      { value: 10_512.4, interval: [10_512.4, 10_512.4], n: 9 },
      '10512 of 9, interval 10512 to 10512, target at most 12000',
    ],
    [
      { between: [-1, 1] },
      { value: 3, interval: null, n: 1 },
      '3 of 1, too few for an interval, target -1 to 1',
    ],
    [
      { atLeast: 1 },
      { value: null, interval: null, n: 4 },
      'no value of 4, too few for an interval, target at least 1',
    ],
    [{ atLeast: 1 }, { value: null, interval: null, n: 0 }, 'nothing observed yet, target at least 1'],
  ])('says why: %o', (target, estimate, because) => {
    expect(judge(target, estimate).because).toBe(because)
  })
})
