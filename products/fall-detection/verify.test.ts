import { tell } from 'holon/verify'
import { describe, expect, it } from 'vitest'
import { atRest } from './domain/shape.ts'
import type { Noticed } from './noticed.ts'
import { verification } from './verify.ts'

const plainFall: Noticed = {
  wearer: 'Somebody',
  shape: { ...atRest, impact: 8, turned: 130, spin: 700, burst: 0.7 },
  trace: [],
  called: false,
  source: 'watch',
}
const blow: Noticed = { ...plainFall, shape: { ...plainFall.shape, turned: 10 } }
const call: Noticed = { ...plainFall, shape: atRest, called: true }
const silence = [
  { do: 'wait', ms: 30_000 },
  { do: 'wait', ms: 120_000 },
] as const

/** Tells a story of one moment under a model, and of the silence after it. */
const told = (context: Noticed, says: unknown, without: readonly string[] = [], calibrated = true) =>
  tell(
    verification,
    {
      calibrated,
      steps: [
        { do: 'decide', decision: 'fall-alarm', context, subject: 'ada', episode: 'e1', model: { says } },
        ...silence,
      ],
    },
    { without },
  )

describe.each([
  ['sure of a fall', 1],
  ['sure of none', 0],
  ['out of its mind', Number.POSITIVE_INFINITY],
])('with a model that is %s', (_, says) => {
  it.each([
    ['a plain fall', plainFall],
    ['a blow that is none', blow],
    ['a call for help', call],
  ])('what is promised holds for %s', async (_, context) => {
    expect((await told(context, says)).broken).toEqual([])
    expect((await told(context, says, [], false)).broken).toEqual([])
  })
})

it.each([
  ['ask first', blow, 1, true],
  ['a plain fall is asked about', plainFall, 0, true],
  ['a call is heard', call, 0, true],
  ['caretaker before emergency', call, 1, true],
  ['nothing on a bare number', blow, 1, false],
])('without the guardrail "%s" a promise is broken', async (guardrail, context, says, calibrated) => {
  expect((await told(context, says, [guardrail], calibrated)).broken).not.toEqual([])
})
