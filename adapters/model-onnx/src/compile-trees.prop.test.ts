import fc from 'fast-check'
import { seededRandom } from 'holon/stats'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { expect, test } from 'vitest'
import { compile } from './compile.ts'
import { type EnsembleShape, ensembleOf } from './ensemble.fixture.ts'
import { parse } from './parse.ts'

const inequalities = ['BRANCH_LEQ', 'BRANCH_LT', 'BRANCH_GTE', 'BRANCH_GT']
const everyMode = [...inequalities, 'BRANCH_EQ', 'BRANCH_NEQ']
const shape = fc.record({
  seed: fc.integer(),
  classifier: fc.boolean(),
  outputs: fc.integer({ min: 1, max: 4 }),
  trees: fc.integer({ min: 1, max: 120 }),
  depth: fc.integer({ min: 0, max: 6 }),
  features: fc.integer({ min: 1, max: 6 }),
  post: fc.constantFrom('NONE', 'LOGISTIC', 'SOFTMAX', 'SOFTMAX_ZERO'),
  aggregate: fc.constantFrom('SUM', 'AVERAGE', 'MIN', 'MAX'),
  base: fc.constantFrom(0, 1, 'all'),
  modes: fc.constantFrom(['BRANCH_LEQ'], ['BRANCH_LT'], ['BRANCH_GT'], inequalities, everyMode),
  missing: fc.boolean(),
  double: fc.boolean(),
  leaves: fc.constantFrom('first' as const, 'all' as const),
  positive: fc.boolean(),
})

test('a compiled tree ensemble answers what onnxruntime answers', async () => {
  let compiledCount = 0
  await fc.assert(
    fc.asyncProperty(shape, async (given) => {
      const one = given.classifier && given.outputs === 2 ? 1 : 0
      const base = given.base === 'all' ? given.outputs : given.base === 1 ? one : 0
      const wanted = { ...given, base }
      const { bytes, thresholds } = ensembleOf(wanted)
      const compiled = compile(parse(bytes))
      if (compiled === undefined) return
      compiledCount++
      const session = await InferenceSession.create(bytes, { intraOpNumThreads: 1 })
      for (const row of rowsFor(wanted, thresholds, compiled.missing)) {
        const data = wanted.double ? Float64Array.from(row) : Float32Array.from(row)
        const tensor = new Tensor(wanted.double ? 'float64' : 'float32', data as never, [1, row.length])
        const { scores } = await session.run({ x: tensor }, ['scores'])
        const said = compiled.run(Float64Array.from(data))
        for (const [i, expected] of Array.from(scores?.data as Float32Array).entries()) {
          if (Number.isNaN(expected)) expect(said[i]).toBeNaN()
          else if (!Number.isFinite(expected)) expect(said[i]).toBe(expected)
          else
            expect(Math.abs((said[i] ?? Number.NaN) - expected)).toBeLessThanOrEqual(
              1e-6 * Math.max(1, Math.abs(expected)),
            )
        }
      }
      await session.release()
    }),
    { numRuns: 400 },
  )
  expect(compiledCount).toBeGreaterThan(200)
})

/** Rows of plain values, of thresholds exactly and next to them, and of the ends of the number line. */
function rowsFor(wanted: EnsembleShape, thresholds: readonly number[], missing: boolean): number[][] {
  const random = seededRandom(wanted.seed + 1)
  const pick = <T>(of: readonly T[]) => of[Math.floor(random.next() * of.length)] as T
  const value = () => {
    const near = (thresholds.length > 0 ? pick(thresholds) : 0) + pick([0, 0, 1e-7, -1e-7, 1e-12])
    return pick([
      random.next() * 4 - 2,
      near,
      Math.floor(random.next() * 5) - 2,
      -0,
      3e38,
      missing ? Number.NaN : 0,
    ])
  }
  return Array.from({ length: 12 }, () => Array.from({ length: wanted.features }, value))
}
