import fc from 'fast-check'
import { it } from 'vitest'
import { agreeOnArms } from './agree.fixture.ts'
import { armsQuestion } from './arms-question.fixture.ts'
import { cuts, inBoth, runs } from './both.fixture.ts'
import { log } from './log.fixture.ts'

const questions = fc.array(armsQuestion, { minLength: 5, maxLength: 5 })

it('DuckDB compares arms as the evaluator in memory does, whatever the log and the question', async () => {
  await fc.assert(
    fc.asyncProperty(log, cuts, questions, (entries, cuts, asked) =>
      inBoth(entries, cuts, async (fast, slow) => {
        for (const one of asked) agreeOnArms(await fast.arms(one), await slow.arms(one))
      }),
    ),
    runs,
  )
})
