import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { onnx } from './onnx.ts'

interface Expected {
  readonly rows: readonly (readonly number[])[]
  /** A list of class probabilities for each row, or a number. */
  readonly says: readonly (number | readonly number[])[]
}

const folder = new URL('../fixtures/', import.meta.url)
const expected: Record<string, Expected> = JSON.parse(
  await readFile(new URL('expected.json', folder), 'utf8'),
)
const features = ['a', 'b', 'c', 'd', 'e']

test.each(Object.entries(expected))(
  '%s: compiled and by onnxruntime it says what its tool says',
  async (name, { rows, says }) => {
    const file = new URL(`${name}.onnx`, folder)
    const compiled = await onnx(file, { features })
    const byRuntime = await onnx(file, { features, engine: 'onnxruntime' })
    expect([compiled.version.kind, byRuntime.version.kind]).toEqual(['onnx-compiled', 'onnxruntime'])
    for (const [i, row] of rows.entries()) {
      const named = Object.fromEntries(row.map((value, column) => [features[column], value]))
      const wanted = asAnswer(says[i] ?? Number.NaN)
      expectClose(await compiled.predict(named), wanted, 1e-5)
      expectClose(await compiled.predict(named), await byRuntime.predict(named), 1e-6)
    }
    await byRuntime.close?.()
  },
)

function asAnswer(said: number | readonly number[]): unknown {
  if (typeof said === 'number') return said
  return said.length === 2 ? said[1] : Object.fromEntries(said.map((each, label) => [String(label), each]))
}

function expectClose(answer: unknown, wanted: unknown, tolerance: number): void {
  if (typeof wanted === 'number') {
    expect(Math.abs((answer as number) - wanted)).toBeLessThanOrEqual(
      tolerance * Math.max(1, Math.abs(wanted)),
    )
    return
  }
  const [said, right] = [answer, wanted] as Record<string, number>[]
  expect(Object.keys(said ?? {})).toEqual(Object.keys(right ?? {}))
  for (const label of Object.keys(right ?? {})) expectClose(said?.[label], right?.[label], tolerance)
}
