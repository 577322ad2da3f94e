import { describe, expect, it } from 'vitest'
import { newDraft, readDraft } from './draft.ts'

describe('a draft in storage', () => {
  it('comes back as it was written', () => {
    const draft = {
      ...newDraft({ year: '2025', wages: 62_400.5, hasBusiness: false }, 'e-1'),
      decisions: ['d-1', 'd-2'],
      review: 'd-1',
      said: { 'd-1': { useful: true, comment: 'fine' } },
      filed: true,
    }
    expect(readDraft(JSON.stringify(draft))).toEqual(draft)
  })

  it.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['a list', '[]'],
    ['no answers', '{"episode":"e"}'],
    ['no episode', '{"answers":{}}'],
    ['null', 'null'],
  ])('is not read from %s', (_what, text) => {
    expect(readDraft(text)).toBeUndefined()
  })

  it('loses what cannot be used, and keeps the rest', () => {
    const text =
      '{"answers":{"wages":1,"year":null,"status":{}},"episode":"e","decisions":[1,"d"],"said":{"d":3},"review":1}'
    expect(readDraft(text)).toEqual({ ...newDraft({ wages: 1 }, 'e'), decisions: ['d'], said: { d: {} } })
  })
})
