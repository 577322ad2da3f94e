import fc from 'fast-check'
import { expect, it } from 'vitest'
import { agree } from './agree.fixture.ts'
import { cuts, inBoth, runs } from './both.fixture.ts'
import { log } from './log.fixture.ts'
import { question } from './question.fixture.ts'

const questions = fc.array(question, { minLength: 20, maxLength: 20 })

it('DuckDB answers as the evaluator in memory does, whatever the log and the question', async () => {
  await fc.assert(
    fc.asyncProperty(log, cuts, questions, (entries, cuts, asked) =>
      inBoth(entries, cuts, async (fast, slow) => {
        expect(await fast.position()).toBe(await slow.position())
        for (const one of asked) agree(await fast.answer(one), await slow.answer(one))
      }),
    ),
    runs,
  )
})
