import type { DecisionDocument, GoalDeclaration } from 'holon'
import { expect, test } from 'vitest'
import { anchorOf, namedBy } from './named.ts'

const decision = {
  name: 'reminder',
  guardrails: [{ name: 'quiet nights', promise: '' }],
  experiences: [{ name: 'note' }],
  limits: [{ name: 'calm', words: '' }],
  feedback: [{ name: 'useful' }, { name: 'paid' }],
} as unknown as DecisionDocument

const measuring = (of: string, where: string) =>
  ({
    name: `goal of ${of} in ${where}`,
    measure: {
      ...{ op: 'rate', decision: where, per: 'decision' },
      of: { op: 'not', of: { op: 'compare', by: 'eq', left: { op: 'feedback', name: of } } },
    },
  }) as unknown as GoalDeclaration

const goals = [measuring('useful', 'reminder'), measuring('useful', 'elsewhere')]

test('finds what a name in the table of mistakes stands for', () => {
  expect(namedBy('quiet nights', decision, goals).kind).toBe('guardrail')
  expect(namedBy('note', decision, goals).kind).toBe('experience')
  expect(namedBy('calm', decision, goals).kind).toBe('limit')
  expect(namedBy('goal of useful in reminder', decision, goals).kind).toBe('goal')
  expect(namedBy('a person who can be asked', decision, goals).kind).toBe('words')
})

test('finds the goals that measure a feedback of this decision', () => {
  expect(namedBy('useful', decision, goals)).toEqual({
    ...{ kind: 'feedback', name: 'useful', goals: ['goal of useful in reminder'] },
  })
  expect(namedBy('paid', decision, goals)).toEqual({ kind: 'feedback', name: 'paid', goals: [] })
})

test('anchors are ids', () => {
  expect(anchorOf('guardrail', 'no number, no stop')).toBe('guardrail-no-number-no-stop')
})
