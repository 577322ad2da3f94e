import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FieldRow } from './field-row.ts'
import { readRows } from './rows.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'holon-rows-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function rowsOf(name: string, text: string | Uint8Array): Promise<FieldRow[]> {
  writeFileSync(join(folder, name), text)
  return all(join(folder, name))
}

async function all(path: string): Promise<FieldRow[]> {
  const rows: FieldRow[] = []
  for await (const row of readRows(path)) rows.push(row)
  return rows
}

const wrong = (message: RegExp) =>
  expect.objectContaining({ code: 'data-invalid', message: expect.stringMatching(message) })

describe('rows', () => {
  test('of comma-separated values', async () => {
    const [row, next] = await rowsOf(
      'a.csv',
      '\uFEFFage,"place, born",ok\r\n41,"a ""b""",yes\r\n,x,0\r\n\r\n',
    )
    expect([row?.number('age'), row?.text('place, born'), row?.flag('ok'), row?.has('age')]).toEqual([
      41,
      'a "b"',
      true,
      true,
    ])
    expect([next?.has('age'), next?.has('shoe'), next?.flag('ok')]).toEqual([false, false, false])
  })

  test('of JSON lines', async () => {
    const [row, next] = await rowsOf('a.jsonl', '{"age":41,"ok":true,"none":null}\n\n{"age":"7"}\n')
    expect([row?.number('age'), row?.flag('ok'), row?.text('age'), row?.has('none')]).toEqual([
      41,
      true,
      '41',
      false,
    ])
    expect(next?.number('age')).toBe(7)
  })

  test('of a JSON array, of objects or of values', async () => {
    const rows = await rowsOf('a.json', '[{"age":41},"plain",7]')
    expect([rows[0]?.number('age'), rows[1]?.text('value'), rows[2]?.number('value')]).toEqual([
      41,
      'plain',
      7,
    ])
    expect(rows[1]?.file).toBe('a.json')
    expect(() => rows[0]?.text('name')).toThrow(wrong(/^The entry 1 of a\.json has no column "name"/))
    await expect(rowsOf('a.json', '{"age":41}')).rejects.toEqual(wrong(/^a\.json is not a JSON array/))
  })

  test('of a folder, file by file', async () => {
    const many = mkdtempSync(join(folder, 'many-'))
    writeFileSync(join(many, 'b.json'), '[2]')
    writeFileSync(join(many, 'a.csv'), 'value\n1\n')
    writeFileSync(join(many, 'readme.md'), 'not data')
    const rows = await all(many)
    expect(rows.map((row) => [row.file, row.number('value')])).toEqual([
      ['a.csv', 1],
      ['b.json', 2],
    ])
  })

  test('of compressed JSON lines, with lists of numbers', async () => {
    const [row] = await rowsOf('a.jsonl.gz', gzipSync('{"x":[1,2.5,-3],"y":[1,"2"]}\n'))
    expect(row?.numbers('x')).toEqual([1, 2.5, -3])
    expect(() => row?.numbers('y')).toThrow(
      wrong(/has \[1,"2"\] in column "y", which is not a list of numbers/),
    )
    await expect(rowsOf('b.jsonl.gz', '{"x":1}\n')).rejects.toEqual(wrong(/^b\.jsonl\.gz is not compressed/))
  })

  test('say what is wrong, where, and what there is', async () => {
    const [, row] = await rowsOf('a.csv', 'age,ok\n1,1\nold,maybe\n')
    expect(() => row?.number('age')).toThrow(
      wrong(/^The line 3 of a\.csv has "old" in column "age", which is not a number/),
    )
    expect(() => row?.flag('ok')).toThrow(wrong(/not true or false/))
    expect(() => row?.number('Age')).toThrow(
      expect.objectContaining({ code: 'data-invalid', fix: 'Its columns are: age, ok.' }),
    )
    const [blank] = await rowsOf('a.csv', 'age,ok\n ,1\n')
    expect(() => blank?.number('age')).toThrow(wrong(/not a number/))
  })

  test('refuse files that are not what they are called', async () => {
    await expect(rowsOf('a.csv', 'a,b\n1\n')).rejects.toEqual(wrong(/^a\.csv: /))
    await expect(rowsOf('a.jsonl', '{}\n[1]\n')).rejects.toEqual(
      wrong(/^The line 2 of a\.jsonl is not a JSON object/),
    )
    await expect(all(join(folder, 'nowhere.csv'))).rejects.toEqual(wrong(/^There is no file/))
  })
})
