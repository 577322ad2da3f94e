import { expect, it } from 'vitest'
import { z } from 'zod'
import { expectedUtility } from '../decide/policies/expected-utility.ts'
import { type DecisionInit, type DecisionPart, decision } from './decision.ts'
import { derivedThresholds } from './derived-thresholds.ts'
import { limit, type Often } from './limit.ts'
import { model } from './model.ts'
import { person } from './person.ts'
import { probability } from './prediction.ts'
import { defineSystem } from './system.ts'

const Context = z.object({ x: z.number() })
const reviewer = person('reviewer', { wants: 'clear cases' })

type Loose = DecisionInit<typeof Context, null, Record<string, unknown>, Record<string, unknown>>
const loose = (init: Partial<Loose>, name = 'd') =>
  decision(name, {
    does: 'something',
    context: Context,
    example: { x: 1 },
    experiences: { nothing: { style: 'silent' }, ask: { style: 'prompt' }, act: { style: 'automate' } },
    policy: expectedUtility(),
    fallback: 'nothing',
    feedback: { fine: { value: z.boolean() } },
    mistakes: [],
    ...init,
  } as Loose)
const system = (...decisions: DecisionPart[]) =>
  defineSystem('s', { purpose: '', people: [reviewer], goals: [], decisions })

const steps = [{ experience: 'ask', wait: '1 minute' }, { experience: 'act' }] as const
const handsOver = { to: reviewer, within: '1 hour', answer: 'fine', asks: 'Fine?' } as const

const wrong: readonly [string, RegExp, () => unknown][] = [
  [
    'a ladder to nowhere',
    /"fly"/,
    () => system(loose({ ladder: { steps: [...steps, { experience: 'fly' }], endedBy: ['fine'] } })),
  ],
  [
    'a variant of an experience that is not there',
    /"fly"/,
    () => system(loose({ variants: { v: { does: '', experiences: { fly: {} } } } } as Partial<Loose>)),
  ],
  ['a ladder nothing ends', /step to step/, () => system(loose({ ladder: { steps, endedBy: [] } }))],
  [
    'a ladder that waits at the top',
    /step to step/,
    () => system(loose({ ladder: { steps: [...steps].reverse(), endedBy: ['fine'] } })),
  ],
  [
    'a ladder that waits for what cannot come',
    /"well"/,
    () => system(loose({ ladder: { steps, endedBy: ['well'] } })),
  ],
  [
    'a latch to nowhere',
    /"fly"/,
    () =>
      system(
        loose({ guardrails: [{ name: 'g', promise: 'p', latches: 'fly', check: () => ({ do: 'allow' }) }] }),
      ),
  ],
  [
    'a hand-over to a stranger',
    /stranger/,
    () =>
      system(
        loose({
          experiences: {
            nothing: { style: 'silent' },
            hand: { style: 'silent', handsOver: { ...handsOver, to: person('stranger', { wants: '' }) } },
          },
        }),
      ),
  ],
  [
    'a hand-over without an answer',
    /"answered"/,
    () =>
      system(
        loose({
          experiences: {
            nothing: { style: 'silent' },
            hand: { style: 'silent', handsOver: { ...handsOver, answer: 'answered' } },
          },
        }),
      ),
  ],
  [
    'feedback that hands over to a stranger',
    /"stranger"/,
    () =>
      system(
        loose({
          feedback: {
            fine: { value: z.boolean() },
            bad: {
              value: z.boolean(),
              handsOver: { ...handsOver, to: person('stranger', { wants: '' }) },
            },
          },
        }),
      ),
  ],
  [
    'hand-overs in a circle',
    /"fine" .* leads back to it/,
    () =>
      system(
        loose({
          feedback: {
            fine: { value: z.boolean(), handsOver: { ...handsOver, answer: 'bad' } },
            bad: { value: z.boolean(), handsOver },
          },
        }),
      ),
  ],
  [
    'a hand-over with no time to answer',
    /"soon"/,
    () =>
      system(
        loose({
          experiences: {
            nothing: { style: 'silent' },
            hand: { style: 'silent', handsOver: { ...handsOver, within: 'soon' as '1 hour' } },
          },
        }),
      ),
  ],
  [
    'habituation that makes interrupting cheaper',
    /-1/,
    () => system(loose({ habituation: { halfLife: '1 day', growth: -1 } })),
  ],
  [
    'two limits of one name',
    /"calm"/,
    () =>
      system(
        loose({ limits: [limit('calm', { atMost: '1 per day' })] }),
        loose({ limits: [limit('calm', { atMost: '1 per day' })] }, 'e'),
      ),
  ],
  [
    'a pause after what cannot come',
    /"dismissed"/,
    () =>
      system(
        loose({
          limits: [limit('calm', { atMost: '1 per day', pause: { after: 'dismissed', lasting: '1 hour' } })],
        }),
      ),
  ],
  ['no number of times', /"some per day"/, () => limit('l', { atMost: 'some per day' as Often })],
  ['half a time', /0.5 per day/, () => limit('l', { atMost: '0.5 per day' })],
  [
    'no time of day',
    /25:00/,
    () => limit('l', { atMost: '1 per day', quiet: { from: '25:00', to: '07:00' } }),
  ],
  [
    'no time zone',
    /Moon/,
    () => limit('l', { atMost: '1 per day', quiet: { from: '22:00', to: '07:00', timeZone: 'Moon/Base' } }),
  ],
  ['no forcefulness', /1.5/, () => limit('l', { atMost: '1 per day', forcefulness: 1.5 })],
  [
    'a pause that shrinks',
    /0.5-fold/,
    () => limit('l', { atMost: '1 per day', pause: { after: 'x', lasting: '1 day', growing: 0.5 } }),
  ],
]

it.each(wrong)('refuses %s', (_what, message, make) => {
  expect(make).toThrow(
    expect.objectContaining({
      code: 'declaration-invalid',
      message: expect.stringMatching(message),
      fix: expect.stringMatching(/\w/),
    }),
  )
})

it('a limit may be shared', () => {
  const calm = limit('calm', { atMost: '1 per day', pause: { after: 'fine', lasting: '1 hour' } })
  expect(system(loose({ limits: [calm] }), loose({ limits: [calm] }, 'e')).decisions).toHaveLength(2)
})

it('derives which experience is best for which probability, and says nothing where it does not follow', () => {
  const scorer = model('scorer', { does: '', features: Context, predicts: probability() })
  const weighing = (chance?: () => number) =>
    decision('w', {
      does: 'weighs',
      context: Context,
      example: { x: 1 },
      model: scorer.from(({ x }: { x: number }) => ({ x })),
      experiences: {
        act: { style: 'automate', right: 1, wrong: -1, ...(chance && { chance }) },
        ask: { style: 'prompt', right: 0.7, wrong: 0.1, interrupting: -0.1 },
        nothing: { style: 'silent' },
      },
      policy: expectedUtility(),
      fallback: 'nothing',
      feedback: {},
      mistakes: [],
    })
  expect(derivedThresholds(weighing())).toEqual([
    { experience: 'ask', from: 0, to: expect.closeTo(1 / 1.4) },
    { experience: 'act', from: expect.closeTo(1 / 1.4), to: 1 },
  ])
  expect(derivedThresholds(weighing(() => 0.5))).toBeUndefined()
  expect(derivedThresholds(loose({}))).toBeUndefined()
})
