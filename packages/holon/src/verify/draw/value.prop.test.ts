import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Json } from '../../spec/json.ts'
import { seededRandom } from '../../stats/random/seeded.ts'
import { jsonSchema } from '../../system/json-schema.ts'
import { changeValue } from './change.ts'
import { drawValue } from './value.ts'

const Node = z.object({
  name: z.string().max(20),
  get children() {
    return z.array(Node).max(3)
  },
})

/** Schemas that JSON Schema says everything about: what is drawn from them always fits. */
const schemas = {
  numbers: z.object({
    free: z.number(),
    share: z.number().min(0).max(1),
    above: z.number().gt(5),
    below: z.number().lt(-5),
    whole: z.int().min(-3).max(3),
    half: z.number().multipleOf(0.5).min(-10).max(10),
    large: z.number().min(1e9),
  }),
  choices: z.object({
    one: z.enum(['a', 'b']),
    this: z.literal(7),
    either: z.union([z.number().min(0), z.boolean(), z.null()]),
    kind: z.discriminatedUnion('of', [
      z.object({ of: z.literal('x'), n: z.number() }),
      z.object({ of: z.literal('y'), s: z.string() }),
    ]),
  }),
  optional: z.strictObject({ maybe: z.number().optional(), nested: z.strictObject({ deep: z.boolean() }) }),
  texts: z.object({
    short: z.string().max(3),
    long: z.string().min(5).max(6000),
    web: z.url(),
    on: z.iso.date(),
  }),
  lists: z.object({
    some: z.array(z.boolean()).min(2).max(4),
    exactly: z.array(z.number()).length(20),
    pair: z.tuple([z.string(), z.number()]),
    map: z.record(z.string(), z.number()),
  }),
  tree: Node,
} as const

const seed = fc.integer()

describe.each(Object.entries(schemas))('a schema of %s', (_name, schema) => {
  const root = jsonSchema(schema, 'test')

  it('draws what fits it', () => {
    fc.assert(
      fc.property(seed, (start) => {
        const drawn = drawValue({ root, random: seededRandom(start), landmarks: [0.7, 3] }, root)
        expect(schema.safeParse(drawn).error).toBeUndefined()
        // JSON keeps it as it is.
        expect(JSON.parse(JSON.stringify(drawn))).toEqual(drawn)
      }),
      { numRuns: 400 },
    )
  })

  it('changes it, mostly into what fits it', () => {
    let fits = 0
    for (let n = 0; n < 200; n++) {
      const drawing = { root, random: seededRandom(n), landmarks: [] }
      const drawn = drawValue(drawing, root)
      const before = JSON.stringify(drawn)
      const changed = changeValue(drawing, root, drawn) as Json
      expect(JSON.stringify(drawn)).toBe(before)
      if (schema.safeParse(changed).success) fits++
    }
    expect(fits).toBeGreaterThan(150)
  })
})

it('reaches the edges of a number', () => {
  const schema = jsonSchema(z.number().min(-2).max(40), 'test')
  const random = seededRandom(1)
  const drawn = Array.from({ length: 500 }, () =>
    drawValue({ root: schema, random, landmarks: [17] }, schema),
  )
  for (const edge of [-2, 40, 0, 17]) expect(drawn).toContain(edge)
})
