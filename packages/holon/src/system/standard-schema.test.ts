import { type } from 'arktype'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { expectedUtility } from '../decide/policies/expected-utility.ts'
import { open } from '../runtime/open.ts'
import { decision } from './decision.ts'
import { model } from './model.ts'
import { probability } from './prediction.ts'
import { defineSystem } from './system.ts'

it('takes schemas of another library, with its types, its JSON Schema and its complaints', async () => {
  const Visit = type({ minutes: 'number >= 0', 'page?': "'home' | 'help'" })
  const stays = model('stays', { does: '', features: type({ minutes: 'number' }), predicts: probability() })
  const tip = decision('tip', {
    does: '',
    context: Visit,
    example: { minutes: 3 },
    model: stays.from(({ minutes }: typeof Visit.infer) => ({ minutes })),
    experiences: { nothing: { style: 'silent' }, tip: { style: 'annotate', right: 1 } },
    policy: expectedUtility(),
    fallback: 'nothing',
    feedback: { useful: { value: z.boolean() }, stars: { value: type('1 <= number <= 5') } },
    mistakes: [],
  })
  expect(tip.dataClasses).toEqual({ minutes: 'personal', page: 'personal' })
  expect(tip.feedback.stars.atLeast(3).node).toMatchObject({ op: 'compare' })
  const holon = await open(defineSystem('reader', { purpose: '', people: [], decisions: [tip], goals: [] }), {
    models: { stays: { version: { name: 'stays', version: '1', kind: 'function' }, predict: () => 0.9 } },
  })
  const seen = await holon.decide('tip', { minutes: 8, page: 'help' })
  expect(seen.experience).toBe('tip')
  await expect(holon.decide('tip', { minutes: -1 })).rejects.toMatchObject({
    code: 'context-invalid',
    message: expect.stringContaining('minutes'),
  })
  await expect(holon.feedback(seen.id, 'stars', 9)).rejects.toMatchObject({ code: 'value-invalid' })
})

it('leaves the objects of a schema as they are', () => {
  const plain = { '~standard': z.object({ x: z.number() })['~standard'], cache: {} }
  decision('d', {
    does: '',
    context: plain,
    example: { x: 1 },
    experiences: { nothing: { style: 'silent' } },
    policy: expectedUtility(),
    fallback: 'nothing',
    feedback: {},
    mistakes: [],
  })
  expect(Object.isFrozen(plain)).toBe(false)
  expect(Object.isFrozen(plain.cache)).toBe(false)
})
