import { expect, it } from 'vitest'
import { verification } from './hole.fixture.ts'
import { tell } from './tell.ts'

const warm = { decision: 'heat', context: { celsius: 20, door: 'shut' } } as const

it('keeps quiet about what holds', async () => {
  const { broken, looked, interventions } = await tell(verification, {
    steps: [
      { do: 'decide', ...warm, model: { says: 5000 } },
      { do: 'race', requests: [warm, { ...warm, model: { says: 3 } }] },
      { do: 'restart' },
      { do: 'decide', ...warm, model: { hangs: true } },
      { do: 'wait', ms: 3_600_000 },
      { do: 'set clock', by: -7_200_000 },
      { do: 'decide', ...warm, model: { says: Number.NaN, after: 20 } },
      { do: 'feedback', name: 'good', value: false },
    ],
  })
  expect(broken).toEqual([])
  expect(looked['never more than 1000 watts']).toEqual({ times: 5, margin: 0, step: 0 })
  expect(interventions).toEqual({ 'at most 1000 watts': 1 })
})

it('finds what breaks, and where', async () => {
  const open = { decision: 'heat', context: { celsius: 201, door: 'open' }, model: { says: 7 } } as const
  const { broken } = await tell(verification, { steps: [{ do: 'restart' }, { do: 'decide', ...open }] })
  expect(broken).toEqual([
    { invariant: 'no heat while the door is open', because: 'it does not hold', step: 1 },
  ])
})

it('leaves a guardrail out', async () => {
  const { broken } = await tell(
    verification,
    { steps: [{ do: 'decide', ...warm, model: { says: 1500 } }] },
    { without: ['at most 1000 watts'] },
  )
  expect(broken).toMatchObject([{ invariant: 'never more than 1000 watts', because: 'its margin is -500' }])
})

it('holds a model that hangs to its deadline, between two milliseconds too', async () => {
  const { broken } = await tell(verification, {
    steps: [
      { do: 'wait', ms: 0.5 },
      { do: 'decide', ...warm, model: { hangs: true } },
    ],
  })
  expect(broken).toEqual([])
})
