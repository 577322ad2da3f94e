import { check } from 'holon'
import { expect, it } from 'vitest'
import { admissions } from './system.ts'

it('misses nothing in its declaration', () => {
  expect(check(admissions)).toEqual([])
  expect(new Set(admissions.goals.map(({ layer }) => layer)).size).toBe(5)
})

it('has no experience that admits or denies by itself', () => {
  const styles = admissions.decisions.flatMap(({ experiences }) => experiences.map(({ style }) => style))
  expect(styles).not.toContain('automate')
})
