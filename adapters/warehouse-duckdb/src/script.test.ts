import { expect, test } from 'vitest'
import { compile } from './compile.ts'
import { scriptOf } from './script.ts'

test('a script is the statement that is run, with a line for each clause and texts as they are', () => {
  const decision = "d FROM x WHERE ';"
  const query = {
    system: 's',
    measure: { op: 'rate', of: { op: 'feedback', name: 'a JOIN b' }, decision, per: 'decision' },
    feedback: [{ name: 'a JOIN b', kind: 'feedback', keep: 'last' }],
    now: 0,
  } as const
  const script = scriptOf({ answer: query })
  expect(script.replaceAll(/\s+/g, ' ').trim()).toBe(
    `SELECT *, sum / nullif(n, 0) AS value FROM (${compile(query).sql.replaceAll(/\s+/g, ' ')});`,
  )
  expect(script).toContain("'d FROM x WHERE '';'")
  expect(script).toContain("'a JOIN b'")
  expect(script).toMatch(/\nLEFT JOIN \(/)
  expect(script).not.toMatch(/LEFT$/m)
})
