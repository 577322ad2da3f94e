import { expect, test } from 'vitest'
import { educations, occupations } from '../domain/about.ts'
import { type AuditFacts, AuditFeatures, auditFeatures, knownDeductions } from './features.ts'

const facts: AuditFacts = {
  employment: 'Private',
  education: 'Bachelor',
  occupation: 'Sales',
  filingStatus: 'married-jointly',
  income: 52_000,
  deductions: 0,
  hours: 45,
}

test('features are those of the schema, in its order', () => {
  const features = auditFeatures(facts)
  expect(AuditFeatures.parse(features)).toEqual(features)
  expect(Object.keys(features)).toEqual(Object.keys(AuditFeatures.shape))
  expect(features).toMatchObject({
    schooling: 16,
    hours: 45,
    'filing status=joint': true,
    'occupation=Sales': true,
  })
})

test('neither gender nor age nor marital status is among them', () => {
  expect(Object.keys(AuditFeatures.shape).join()).not.toMatch(/gender|age\b|marital/i)
})

test.each(['single', 'married-separately', 'head-of-household', 'surviving-spouse'] as const)(
  '%s is not joint',
  (filingStatus) => {
    expect(auditFeatures({ ...facts, filingStatus })).toMatchObject({
      'filing status=joint': false,
      'filing status=other': true,
    })
  },
)

test('what is not known counts as what most returns have', () => {
  const unknown = {
    ...facts,
    education: undefined,
    occupation: undefined,
    hours: undefined,
    employment: undefined,
  }
  expect(auditFeatures(unknown)).toMatchObject({
    schooling: 13,
    hours: 40,
    'occupation=unknown': true,
    'occupation=Sales': false,
  })
})

test('deductions beyond those of the data count as none', () => {
  expect(auditFeatures({ ...facts, deductions: knownDeductions }).deductions).toBe(knownDeductions)
  expect(auditFeatures({ ...facts, deductions: 18_000 }).deductions).toBe(0)
})

test('every education and occupation the interview offers is known', () => {
  const years = Object.keys(educations).map((education) => auditFeatures({ ...facts, education }).schooling)
  expect(years).toEqual([...years].sort((a, b) => a - b))
  expect(Math.max(...years)).toBe(21)
  for (const occupation of Object.keys(occupations)) {
    expect(auditFeatures({ ...facts, occupation })).toMatchObject({ [`occupation=${occupation}`]: true })
  }
})
