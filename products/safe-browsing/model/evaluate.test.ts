import { expect, test } from 'vitest'
import { labelledAddress } from './evaluate.ts'

const row = (values: Record<string, string | number>, file = 'addresses.jsonl') => ({
  file,
  has: (column: string) => column in values,
  text: (column: string) => String(values[column]),
  number: (column: string) => Number(values[column]),
  flag: (column: string) => Boolean(values[column]),
  numbers: () => [],
})

test.each([
  [row({ value: 'http://a.example/x' }, 'set-phishing.json'), true],
  [row({ value: 'http://a.example/x' }, 'set-legitimate.json'), false],
  [row({ url: 'a.example/x', label: 1 }), true],
  [row({ url: 'a.example/x', label: 'benign' }, 'phishing.csv'), false],
])('knows the label of %o', (given, label) => {
  expect(labelledAddress(given)).toMatchObject({ label, features: { askingPath: 0 } })
})

test('leaves out rows without an address', () => {
  expect(labelledAddress(row({ p1: 1 }))).toBeUndefined()
  expect(labelledAddress(row({ url: 'ftp://a.example', label: 1 }))).toBeUndefined()
})

test('says what label it cannot read', () => {
  expect(() => labelledAddress(row({ url: 'a.example', label: 'odd' }))).toThrow('"odd" in column "label"')
  expect(() => labelledAddress(row({ url: 'a.example' }, 'all.json'))).toThrow('the name of all.json')
})
