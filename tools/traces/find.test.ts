import { describe, expect, test } from 'vitest'
import { findTraces } from './find.ts'

// Put together here, so that this file names none itself.
const path = (...parts: string[]): string => `/${parts.join('/')}`

describe('findTraces', () => {
  test.each([
    path('home', 'someone'),
    path('root', '.npmrc'),
    path('tmp', 'x.json'),
    `at ${path('work', 'main')}/file.ts`,
    ['C:', 'Users', 'someone'].join('\\'),
    ['https:', '', 'registry.example.org', 'zod'].join('/'),
    `"resolved": "${['https:', '', 'mirror.example.org', 'zod.tgz'].join('/')}"`,
  ])('finds %s', (text) => {
    expect(findTraces(`one\ntwo ${text}`)).toMatchObject([{ line: 2 }])
  })

  test.each([
    'https://example.org/home/page',
    './tmp/x.json',
    'the root of the framework/work/it',
    'src/work/item.ts',
    `\0${path('tmp', 'x')}`,
  ])('leaves %s alone', (text) => {
    expect(findTraces(text)).toEqual([])
  })
})
