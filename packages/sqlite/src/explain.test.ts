import { expect, it } from 'vitest'
import { SqliteError } from './error.ts'
import { explained } from './explain.ts'

const file = new URL(import.meta.url).pathname

it.each([
  ['full', { errcode: 13, message: 'database or disk is full' }],
  ['full', { code: 'ENOSPC', message: 'no space left on device' }],
  ['full', { code: 'EDQUOT', message: 'disk quota exceeded' }],
  ['damaged', { errcode: 11, message: 'database disk image is malformed' }],
  ['damaged', { errcode: 267, message: 'database disk image is malformed' }],
  ['damaged', { errcode: 26, message: 'file is not a database' }],
  ['damaged', { errcode: 8202, message: 'disk I/O error' }],
  ['busy', { errcode: 5, message: 'database is locked' }],
  ['busy', { errcode: 517, message: 'database is locked' }],
  ['unavailable', { errcode: 1034, message: 'disk I/O error' }],
  ['unavailable', { errcode: 14, message: 'unable to open database file' }],
  ['unavailable', { code: 'EACCES', message: 'permission denied' }],
  ['unavailable', 'not even an error'],
])('calls it %s: %o', (code, error) => {
  const explanation = explained(error, file)
  expect(explanation).toMatchObject({ code, fix: expect.stringMatching(/.{10}/) })
  expect(explanation.message).toContain(file)
})

it('puts a failed write down to the disk only when the disk is full', () => {
  // There is room where this test stands.
  expect(explained({ errcode: 778, message: 'disk I/O error' }, file).code).toBe('unavailable')
})

it('leaves what is explained already', () => {
  const error = new SqliteError('closed', 'It is closed.', 'Open it.')
  expect(explained(error, file)).toBe(error)
})
