import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { literal, number } from './literal.ts'

const instance = await DuckDBInstance.create()
const connection = await instance.connect()
afterAll(() => {
  connection.closeSync()
  instance.closeSync()
})

/** What DuckDB makes of a literal, and of which type. */
async function said(sql: string) {
  const result = await connection.runAndReadAll(`SELECT ${sql}, typeof(${sql})`)
  return result.getRowsJS()[0]
}

test('a text comes back as it was, whatever is in it', async () => {
  const texts = fc.string({
    unit: fc.oneof(
      fc.constantFrom("'", '"', '\\', '\0', ';', '-', '$', '\n', '🎧', '表'),
      fc.string({ minLength: 1, maxLength: 1 }),
    ),
  })
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      expect(await said(literal(text))).toEqual([text, 'VARCHAR'])
    }),
  )
})

test('a number comes back to the bit, as a double', async () => {
  await fc.assert(
    fc.asyncProperty(fc.double(), async (value) => {
      expect(await said(number(value))).toEqual([value === 0 ? 0 : value, 'DOUBLE'])
    }),
  )
})

test('a boolean is one', async () => {
  expect(await said(literal(true))).toEqual([true, 'BOOLEAN'])
  expect(await said(literal(false))).toEqual([false, 'BOOLEAN'])
})
