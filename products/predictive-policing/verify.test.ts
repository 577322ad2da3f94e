import { tell } from 'holon/verify'
import { describe, expect, it } from 'vitest'
import type { Round } from './decision.ts'
import { verification } from './verify.ts'

const round: Round = {
  neighbourhood: 'Mill',
  ...{ found: 30, foundAll: 100, weighted: 150, weightedAll: 1_000, evenly: 5, evenlyAll: 40 },
  ...{ calls: 50, callsAll: 250, hottest: 1, turn: false, alarm: false },
}

/** Several cities, so that every experience is drawn. */
async function broken(context: Round, says: unknown, without: readonly string[] = []) {
  const found = []
  for (let seed = 0; seed < 12; seed++) {
    const step = { do: 'decide', decision: 'patrol', context, model: { says } } as const
    const { broken } = await tell(verification, { seed, steps: [step, step] }, { without })
    found.push(...broken.map(({ invariant }) => invariant))
  }
  return found
}

const alarmed = { ...round, alarm: true }
const empty = { ...round, found: 1, foundAll: 1 }

describe.each([1, 0.5, 0, Number.NaN, 7])('with a model that says %s', (says) => {
  it.each([round, alarmed, empty, { ...round, turn: true }])(
    'what is promised holds (%#)',
    async (context) => {
      expect(await broken(context, says)).toEqual([])
    },
  )
})

it.each([
  ['no forecast while the alarm stands', alarmed],
  ['one incident sends nobody', empty],
] as const)('something breaks without "%s"', async (guardrail, context) => {
  expect(await broken(context, 1, [guardrail])).not.toEqual([])
})
