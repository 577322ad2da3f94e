import { HolonError } from 'holon'
import { describe, expect, test } from 'vitest'
import { exitCodeOf, tellError } from './error.ts'

const error = new HolonError('name-unknown', 'There is no system "x".', 'Use one of: y.')

describe('an error', () => {
  test('is told by message, fix and code, without a stack', () => {
    expect(tellError(error, { json: false, verbose: false })).toBe(
      'There is no system "x".\nUse one of: y.\nname-unknown\n',
    )
    expect(tellError(error, { json: false, verbose: true })).toContain('error.test.ts')
    expect(JSON.parse(tellError(error, { json: true, verbose: false }))).toEqual({
      error: { code: 'name-unknown', message: 'There is no system "x".', fix: 'Use one of: y.' },
    })
  })

  test('that nobody planned for is internal', () => {
    expect(tellError(new TypeError('oh'), { json: false, verbose: false })).toMatch(
      /^oh\n.*--verbose.*\ninternal\n$/,
    )
  })

  test('is misuse or something wrong', () => {
    expect(exitCodeOf(error)).toBe(2)
    expect(exitCodeOf(new HolonError('log-full', 'm', 'f'))).toBe(1)
    expect(exitCodeOf('thrown')).toBe(1)
  })
})
