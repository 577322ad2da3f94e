import { expect, test } from 'vitest'
import { addressOf } from '../domain/address.ts'
import { aucWithin } from './cross-validate.ts'
import type { Example } from './data.ts'
import { marksOf, stratumOf } from './marks.ts'

const example = (text: string, label: 0 | 1): Example => ({
  text,
  address: addressOf(text) ?? expect.fail(text),
  label,
})

test('marks are read where an address was collected, not where it leads', () => {
  expect(marksOf(example('https://www.bakery.example/how-to/bake/', 0))).toMatchObject({
    https: true,
    www: true,
    slashAtEnd: true,
    hyphensInPath: 1,
    hasQuery: false,
  })
  expect(marksOf(example('bakery.example/a.php?x=1', 1))).toMatchObject({
    https: false,
    schemeless: true,
    script: true,
    hasQuery: true,
  })
})

test('what only tells strata apart gains nothing within them', () => {
  const strata = ['a', 'a', 'b', 'b']
  const labels = [1, 0, 1, 0]
  expect(aucWithin(strata, [0.9, 0.9, 0.1, 0.1], labels)).toBe(0.5)
  expect(aucWithin(strata, [0.9, 0.8, 0.2, 0.1], labels)).toBe(1)
})

test('examples with the same marks are of one stratum', () => {
  const [one, other] = [example('http://a.example/x/y', 0), example('http://bb.example/long/word', 1)]
  expect(stratumOf(one)).toBe(stratumOf(other))
  expect(stratumOf(one)).not.toBe(stratumOf(example('https://a.example/x/y', 0)))
})
