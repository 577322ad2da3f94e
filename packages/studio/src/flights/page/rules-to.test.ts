import { expect, test } from 'vitest'
import { rulesTo } from './rules-to.ts'

const rule = (name: string, holds: boolean) => ({ rule: name, holds, because: '' })

test('ends with the first rule that holds', () => {
  const rules = [rule('a', false), rule('b', true), rule('c', true)]
  expect(rulesTo(rules).led.map(({ rule }) => rule)).toEqual(['a', 'b'])
  expect(rulesTo(rules).others.map(({ rule }) => rule)).toEqual(['c'])
})

test('has all of them where none holds', () => {
  expect(rulesTo([rule('a', false)])).toEqual({ led: [rule('a', false)], others: [] })
})
