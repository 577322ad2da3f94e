import { expect, it } from 'vitest'
import { z } from 'zod'
import { thresholds } from '../decide/policies/thresholds.ts'
import { virtualClock } from '../memory/clock.ts'
import { decision } from '../system/decision.ts'
import { allow, replace } from '../system/guardrail.ts'
import { model } from '../system/model.ts'
import { probability } from '../system/prediction.ts'
import { defineSystem } from '../system/system.ts'
import { open } from './open.ts'
import { sensing } from './watch.fixture.ts'

const sense = model('sense', {
  does: 'says how likely somebody fell',
  features: z.object({ stillness: z.number() }),
  predicts: probability(),
})

const help = decision('help', {
  does: 'calls for help, after asking',
  context: z.object({ stillness: z.number() }),
  example: { stillness: 1 },
  model: sense.from(({ stillness }: { stillness: number }) => ({ stillness })),
  experiences: {
    nothing: { style: 'silent' },
    ask: { style: 'prompt', forcefulness: 0.6 },
    call: { style: 'automate', forcefulness: 1 },
  },
  policy: thresholds({ call: 0.5 }, { otherwise: 'nothing' }),
  ladder: { steps: [{ experience: 'ask', wait: '30 seconds' }, { experience: 'call' }], endedBy: ['fine'] },
  guardrails: [
    {
      name: 'ask first',
      promise: 'nobody is called before the wearer was asked in this episode',
      check: ({ action, recent, episode, step }) =>
        action.experience === 'call' &&
        step === undefined &&
        !recent.met.some((met) => met.episode === episode)
          ? replace('ask', 'the wearer was not asked')
          : allow(),
    },
  ],
  fallback: 'nothing',
  feedback: { fine: { value: z.boolean() } },
  mistakes: [],
})

const system = defineSystem('help', { purpose: 'help', people: [], decisions: [help], goals: [] })

it('a guardrail tells what was met in the episode at hand from what was met before', async () => {
  const holon = await open(system, { models: { sense: sensing } })
  const met = async (episode: string) =>
    (await holon.decide('help', { stillness: 1 }, { subject: 'p', episode })).experience
  expect([await met('a'), await met('a'), await met('b')]).toEqual(['ask', 'call', 'ask'])
  const [{ id = '' } = {}] = (await holon.latest()).decisions
  expect((await holon.replay(id)).equal).toBe(true)
  await holon.close()
})

it('a guardrail tells a step that follows silence from a choice, however much was met since', async () => {
  const clock = virtualClock()
  const holon = await open(system, { models: { sense: sensing }, clock })
  const ask = (episode: string) => holon.decide('help', { stillness: 1 }, { subject: 'p', episode })
  await ask('a')
  for (let n = 0; n < 20; n++) await ask(`later ${n}`)
  clock.advance(30_000)
  const { steps } = await holon.episode('a')
  expect(steps.map(({ record }) => record.experience)).toEqual(['ask', 'call'])
  await holon.close()
})
