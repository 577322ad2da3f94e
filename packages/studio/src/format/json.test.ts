import { expect, test } from 'vitest'
import { formatJson, formatName, formatSentence, formatTitle } from './json.ts'

test('shows values as people read them', () => {
  expect([12345, 2025, 'single', true, null, { a: 1 }, undefined].map(formatJson)).toEqual([
    '12,345',
    '2025',
    'single',
    'yes',
    'none',
    'a 1',
    'nothing',
  ])
})

test('spells names out, and leaves capitals that stand for something', () => {
  expect(formatName('selfEmploymentIncome')).toBe('self employment income')
  expect(formatName('audit-risk_meter')).toBe('audit risk meter')
  expect(formatTitle('wagesW2')).toBe('Wages W2')
})

test('writes lists and objects out', () => {
  expect(
    formatJson([
      { fact: 'Deductions', by: -4.9 },
      { fact: 'Hours', by: 1 },
    ]),
  ).toBe('fact Deductions, by −4.9; fact Hours, by 1')
  expect(formatJson([])).toBe('none')
})

test('makes a sentence of what is not one yet', () => {
  expect(['asks little', 'Asks little.', 'really?'].map(formatSentence)).toEqual([
    'Asks little.',
    'Asks little.',
    'Really?',
  ])
})
