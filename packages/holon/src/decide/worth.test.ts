import { expect, it } from 'vitest'
import { z } from 'zod'
import { open } from '../runtime/open.ts'
import { decision } from '../system/decision.ts'
import { model } from '../system/model.ts'
import { classes } from '../system/prediction.ts'
import { defineSystem } from '../system/system.ts'
import { expectedUtility } from './policies/expected-utility.ts'

const Context = z.object({ fall: z.number(), slip: z.number() })
const watch = model('watch', { does: '', features: Context, predicts: classes(['fall', 'slip', 'none']) })
const alert = decision('alert', {
  does: 'alerts',
  context: Context,
  example: { fall: 0.1, slip: 0.1 },
  model: watch.from((given: z.output<typeof Context>) => given),
  experiences: {
    nothing: { style: 'silent', worth: { fall: -10 } },
    ask: { style: 'prompt', worth: { fall: 2, slip: 1, none: -1 }, interrupting: -0.5 },
    call: { style: 'automate', worth: { fall: 5, slip: -4, none: -8 } },
  },
  policy: expectedUtility(),
  fallback: 'ask',
  feedback: {},
  mistakes: [],
})

it('weighs an experience by its worth for each class', async () => {
  const system = defineSystem('falls', { purpose: '', people: [], decisions: [alert], goals: [] })
  const model = {
    version: { name: 'watch', version: '1', kind: 'function' },
    predict: ({ fall = 0, slip = 0 }: Readonly<Record<string, number>>) => ({
      fall,
      slip,
      none: 1 - fall - slip,
    }),
  }
  const holon = await open(system, { models: { watch: model as never } })
  const met = async (fall: number, slip: number) => {
    const { id, experience } = await holon.decide('alert', { fall, slip })
    return [experience, (await holon.record(id)).record.utilities] as const
  }
  expect(await met(0.5, 0.25)).toEqual(['ask', { nothing: -5, ask: 0.5, call: -0.5 }])
  expect((await met(0, 0.1))[0]).toBe('nothing')
  expect((await met(0.75, 0.25))[0]).toBe('call')
})
