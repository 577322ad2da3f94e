import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { policy } from '../decide/policies/custom.ts'
import { check } from './check.ts'
import { decision } from './decision.ts'
import { systemDocument } from './document.ts'
import { type FairnessInit, fairness } from './fairness.ts'
import { defineSystem } from './system.ts'

const shown = { dataClass: 'public' }
const admit = point('admit')

function point<const N extends string>(name: N) {
  return decision(name, {
    does: 'admits applicants',
    context: z.object({
      gender: z.enum(['f', 'm']).meta(shown),
      origin: z.string(),
      points: z.number().meta(shown),
    }),
    example: { gender: 'f', origin: 'here', points: 1 },
    experiences: { offer: { style: 'silent' }, no: { style: 'silent' } },
    policy: policy<null, 'offer' | 'no'>('coin', () => ({ offer: 0.5, no: 0.5 })),
    fallback: 'no',
    feedback: { finished: { value: z.boolean() } },
    mistakes: [],
  })
}

const looked = (init: Partial<FairnessInit<'admit'>> = {}) =>
  fairness('offers', {
    why: 'a file is judged, not a person',
    groups: { gender: admit.context.gender },
    benefit: admit.experience.is('offer'),
    ...init,
  })

const system = (part = looked(), decisions = [admit]) =>
  defineSystem('school', { purpose: 'teach', people: [], decisions, goals: [], fairness: [part] })

describe('a fairness declaration', () => {
  test('is plain data, also in the JSON form of the system', () => {
    const part = looked({
      deserved: admit.feedback.finished,
      strata: { able: admit.context.points.above(3) },
    })
    const [document] = systemDocument(system(part)).fairness
    expect(JSON.parse(JSON.stringify(document))).toEqual({
      name: 'offers',
      why: 'a file is judged, not a person',
      decision: 'admit',
      groups: [{ name: 'gender', of: { op: 'context', path: ['gender'] } }],
      benefit: {
        ...{ op: 'compare', by: 'eq', left: { op: 'experience' }, right: { op: 'literal', value: 'offer' } },
      },
      deserved: { op: 'feedback', name: 'finished' },
      strata: [{ name: 'able', of: expect.objectContaining({ by: 'gt' }) }],
      ...{ per: 'decision', minimum: 20, tolerance: 0.05 },
    })
    expect(check(system(part)).map((one) => one.rule)).not.toContain('fairness-measures-private')
  })

  test.each<[string, Partial<FairnessInit<'admit'>>, string]>([
    ['no group', { groups: {} }, 'compares no groups'],
    ['a minimum that is none', { minimum: 2 }, 'minimum is 2'],
    ['a tolerance that is none', { tolerance: 0 }, 'tolerance is 0'],
    ['a score of nothing', { score: admit.prediction }, 'nothing it is the probability of'],
  ])('is refused with %s', (_, init, says) => {
    expect(() => looked(init)).toThrow(says)
  })

  test('speaks of one decision point, and one of the system', () => {
    const other = point('other')
    // @ts-expect-error a value of another decision point
    expect(() => looked({ deserved: other.feedback.finished })).toThrow(
      'uses a value of the decision "other"',
    )
    expect(() => defineSystem('s', { ...system(), decisions: [other], fairness: [looked()] })).toThrow(
      'about the decision "admit", which is not in the system',
    )
    expect(() => defineSystem('s', { ...system(), fairness: [looked(), looked()] })).toThrow(
      'two fairness declarations named "offers"',
    )
  })

  test('does not compile with a number as a group', () => {
    // @ts-expect-error points are too many to be groups
    looked({ groups: { points: admit.context.points } })
  })

  test('is an error where it reads what is sealed', () => {
    const findings = check(system(looked({ groups: { origin: admit.context.origin } })))
    expect(findings.filter((one) => one.rule === 'fairness-measures-private')).toMatchObject([
      { severity: 'error', where: 'fairness "offers"', problem: expect.stringContaining('"origin"') },
    ])
  })
})
