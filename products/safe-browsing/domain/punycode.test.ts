import { domainToASCII } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeLabel } from './punycode.ts'

test.each([
  ['xn--bcher-kva', 'bücher'],
  ['xn--e1afmkfd', 'пример'],
  ['xn--fiqs8s', '中国'],
  ['xn--mgbh0fb', 'مثال'],
  ['plain', 'plain'],
  ['xn--damaged!', 'xn--damaged!'],
  ['xn--a-99999999', 'xn--a-99999999'],
])('%s stands for %s', (label, letters) => {
  expect(decodeLabel(label)).toBe(letters)
})

test('undoes what makes a host name of letters', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abcüöñеоарс中文λω'), minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(letters, (label) => {
      expect(decodeLabel(domainToASCII(label))).toBe(label)
    }),
  )
})
