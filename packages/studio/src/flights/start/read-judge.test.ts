import { expect, test } from 'vitest'
import { judgeLike } from '../judge.ts'
import { judgeIn } from './read-judge.ts'

test('reads every way of judging as it is begun, and nothing else', () => {
  for (const method of ['fixed', 'group-sequential', 'bayesian']) {
    const judge = judgeLike(method, undefined)
    expect(judge?.method).toBe(method)
    expect(judgeIn(JSON.parse(JSON.stringify(judge)))).toEqual(judge)
  }
  expect(judgeLike('always-valid', undefined)).toBeUndefined()
  const odd = [3, { method: 'fixed' }, { method: 'oracle', units: 3 }, { method: 'bayesian', prior: 1 }]
  expect(odd.map(judgeIn)).toEqual([undefined, undefined, undefined, undefined])
})

test('keeps the number of units when the way of judging changes', () => {
  expect(judgeLike('group-sequential', { method: 'fixed', units: 70 })).toMatchObject({ units: 70 })
})
