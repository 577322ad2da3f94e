import { expect, it } from 'vitest'
import { questions } from '../../domain/interview.ts'
import { AuditFeatures } from '../../model/features.ts'
import { factOf } from './facts.ts'

/** The names by which explanations call the features: their titles, or the field of several columns. */
const names = Object.entries(AuditFeatures.shape).map(
  ([key, schema]) => schema.meta()?.title ?? key.split('=')[0] ?? key,
)

it.each([...new Set(names)])('knows "%s" and the question behind it', (name) => {
  const fact = factOf(name)
  expect(fact?.label).toMatch(/^[A-Z]/)
  expect(questions.map(({ id }) => id)).toContain(fact?.question)
})

it('says values in the words of the interview', () => {
  expect(factOf('Occupation')?.words('Repair')).toBe('Craft and repair')
  expect(factOf('Occupation')?.words('unknown')).toBe('not told')
  expect(factOf('Filing status')?.words('other')).toBe('not joint')
  expect(factOf('Deductions')?.words('1,234.5')).toBe('$1,234.50')
  expect(factOf('Hours of work a week')?.words('42')).toBe('42')
})

it('knows no other', () => {
  expect(factOf('toString')).toBeUndefined()
})
