import fc from 'fast-check'
import { expect, test } from 'vitest'
import { callText, literalText } from './call.ts'

const read = (text: string): unknown => new Function(`return (${text})`)()

test('literals are the values they stand for', () => {
  fc.assert(
    fc.property(fc.jsonValue({ depthSize: 'medium' }), (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value))
      // A key `__proto__` in an object literal is no field.
      fc.pre(!JSON.stringify(plain).includes('__proto__'))
      expect(read(literalText(plain))).toEqual(plain)
    }),
  )
})

test('a call leaves out what is not given', () => {
  expect(callText('roads', 'goals', { slice: undefined })).toContain('await holon.goals()\n')
  expect(callText('roads', 'power', "it's", { effect: 0.02, share: undefined })).toContain(
    "await holon.power('it\\'s', { effect: 0.02 })\n",
  )
  expect(callText('roads', 'scorecard', 'words', undefined)).toContain("await holon.scorecard('words')\n")
})

test('what is too long for a line is laid out', () => {
  const policies = [{ always: 'note' }, { name: 'proposed', experiences: { note: { right: 2, wrong: -4 } } }]
  expect(literalText({ policies, reward: 'safe' })).toBe(
    [
      '{',
      '  policies: [',
      "    { always: 'note' },",
      "    { name: 'proposed', experiences: { note: { right: 2, wrong: -4 } } },",
      '  ],',
      "  reward: 'safe',",
      '}',
    ].join('\n'),
  )
})
