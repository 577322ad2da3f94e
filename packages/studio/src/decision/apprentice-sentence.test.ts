import type { RecordDocument } from 'holon'
import { expect, test } from 'vitest'
import { apprenticeSentence } from './apprentice-sentence.ts'

const record = (apprentice?: object) => ({ ...(apprentice && { apprentice }) }) as RecordDocument['record']

test('says what an apprentice would have chosen, and how surely, the likeliest first', () => {
  const apprentice = { experience: 'call', probabilities: { nothing: 0.05, note: 0.7, call: 0.25 } }
  expect(apprenticeSentence(record(apprentice))).toBe(
    'The apprentice, which learns and never acts, would have chosen call (note 70.0%, call 25.0%, nothing 5.0%).',
  )
})

test('says nothing where there is none', () => {
  expect(apprenticeSentence(record())).toBeUndefined()
})
