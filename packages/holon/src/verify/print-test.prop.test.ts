import fc from 'fast-check'
import { expect, it } from 'vitest'
import { printTest } from './print-test.ts'
import type { Story } from './story.ts'

/** What a printed test tells and is called, read by running it. */
async function readBack(test: string): Promise<unknown> {
  const body = test.split('\n').filter((line) => !line.startsWith('import '))
  const read: unknown[] = []
  const tell = async (...told: unknown[]) => {
    read.push(...told)
    return { broken: [] }
  }
  const runs: (() => Promise<void>)[] = []
  const it = (name: string, run: () => Promise<void>) => {
    read.push(name)
    runs.push(run)
  }
  new Function('tell', 'verification', 'expect', 'it', body.join('\n'))(tell, 'verification', expect, it)
  for (const run of runs) await run()
  return read
}

it('says in TypeScript exactly what the story says, whatever is in it', async () => {
  const value = fc.oneof(fc.jsonValue(), fc.double(), fc.string({ unit: 'binary' }), fc.constant(undefined))
  const context = fc.dictionary(fc.oneof(fc.string(), fc.constant('__proto__')), fc.jsonValue(), {
    noNullPrototype: true,
  })
  await fc.assert(
    fc.asyncProperty(
      fc.string(),
      value,
      context,
      fc.array(fc.string()),
      async (name, says, given, without) => {
        const story = { steps: [{ do: 'decide', decision: name, context: given, model: { says } }] } as Story
        const options = without.length === 0 ? [] : [{ without }]
        expect(await readBack(printTest(name, story, without))).toStrictEqual([
          `keeps: ${name}`,
          'verification',
          story,
          ...options,
        ])
      },
    ),
  )
})
