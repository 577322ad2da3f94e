import { styleText } from 'node:util'
import { expect, test } from 'vitest'
import { table } from './table.ts'
import { bytes, thousands } from './units.ts'

test('lines up columns, numbers to the right, colours taking no room', () => {
  const red = styleText('red', 'bad', { validateStream: false })
  expect(
    table(
      [
        ['name', '7', 'x'],
        [red, '1234', ''],
      ],
      { right: [1] },
    ),
  ).toBe(`name     7  x\n${red}   1234`)
})

test('writes sizes and counts for people', () => {
  expect([0, 999, 1_000, 1_440_000, 3e15].map(bytes)).toEqual([
    '0 B',
    '999 B',
    '1.0 KB',
    '1.4 MB',
    '3000.0 TB',
  ])
  expect(thousands(1234567.4)).toBe('1,234,567')
})
