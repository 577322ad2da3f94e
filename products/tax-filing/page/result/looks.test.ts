import { expect, it } from 'vitest'
import { answersToReturn } from '../../domain/interview.ts'
import { samples } from '../../domain/samples.ts'
import { standsOut } from '../../domain/stands-out.ts'
import { looksOf } from './looks.ts'

const designer = samples.find(({ id }) => id === 'freelance-designer')?.answers ?? {}
const answers = { ...designer, profit: -4_000 }
const oddities = standsOut(answersToReturn(answers))

it('leads from what stands out and from what moved the estimate to their questions', () => {
  const lines = [...oddities.map(({ because }) => because), 'Occupation: Professional', 'Deductions: 900']
  expect(looksOf(lines, oddities, answers)).toEqual([
    { text: oddities[0]?.because, place: { section: 'work', question: 'profit' } },
    { text: 'Occupation: Professional specialty', place: { section: 'about', question: 'occupation' } },
    { text: 'Itemized deductions: $900', place: { section: 'deductions', question: 'hasExpenses' } },
  ])
})

it('shows a line it does not know as it is', () => {
  expect(looksOf(['Shoe size: 43'], [], answers)).toEqual([{ text: 'Shoe size: 43' }])
})
