import { expect, it } from 'vitest'
import { computeReturn } from '../../domain/compute.ts'
import { answersToReturn } from '../../domain/interview.ts'
import { samples } from '../../domain/samples.ts'
import { placeOfLine } from './question-of-line.ts'

const sums = [
  'total-income',
  'adjusted-gross-income',
  'taxable-income',
  'income-tax',
  'additional-medicare-tax',
  'net-investment-income-tax',
  'total-tax',
  'owed',
  'refund',
]

it.each(samples)(
  'leads from every line of $id that is not a sum to a question that came up',
  ({ answers }) => {
    const { lines } = computeReturn(answersToReturn(answers))
    const without = lines.filter(({ id }) => placeOfLine(id, answers) === undefined).map(({ id }) => id)
    expect(without.filter((id) => !sums.includes(id))).toEqual([])
  },
)

it('leads nowhere from a sum or from a line nobody knows', () => {
  const answers = samples[0]?.answers ?? {}
  expect(placeOfLine('total-tax', answers)).toBeUndefined()
  expect(placeOfLine('constructor', answers)).toBeUndefined()
})
