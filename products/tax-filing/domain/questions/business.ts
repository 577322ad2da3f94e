import { filingStatuses } from '../filing-status.ts'
import { returnParameters } from '../years/years.ts'
import { type Answers, isJoint, numberIn, type Question } from './question.ts'

const incomes = [
  'wages',
  'spouseWages',
  'profit',
  'spouseProfit',
  'interest',
  'ordinaryDividends',
  'shortTermGain',
  'longTermGain',
]

/** What limits the business deduction; asked only where income is high enough for the limits to matter. */
export const businessQuestions: readonly Question[] = [
  ...limitsOf({ id: (name) => name, whose: 'your', profit: 'profit', earns: () => true }),
  ...limitsOf({
    id: (name) => `spouse${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    whose: "your spouse's",
    profit: 'spouseProfit',
    earns: isJoint,
  }),
]

function limitsOf(owner: {
  id: (name: string) => string
  whose: string
  profit: string
  earns: (answers: Answers) => boolean
}): Question[] {
  const asked = (answers: Answers) =>
    owner.earns(answers) && numberIn(answers, owner.profit) > 0 && isOverThreshold(answers)
  return [
    {
      id: owner.id('specifiedService'),
      section: 'business',
      text: `Does ${owner.whose} business sell a specified service?`,
      help: 'Health, law, accounting, consulting, financial services, performing arts, athletics, or a business whose asset is its owner’s name.',
      kind: 'yes-no',
      asked,
    },
    {
      id: owner.id('wagesPaid'),
      section: 'business',
      text: `Wages that ${owner.whose} business paid to employees`,
      kind: 'money',
      default: 0,
      asked,
    },
    {
      id: owner.id('property'),
      section: 'business',
      text: `What ${owner.whose} business paid for property it still depreciates`,
      kind: 'money',
      default: 0,
      asked,
    },
  ]
}

/** Positive incomes together are never below taxable income, so nobody the limits reach is left out. */
function isOverThreshold(answers: Answers): boolean {
  const { threshold } = returnParameters(answers.year === '2024' ? 2024 : 2025).qualifiedBusinessIncome
  const income = incomes.reduce((sum, id) => sum + Math.max(0, numberIn(answers, id)), 0)
  return filingStatuses.some((status) => status === answers.status && income > threshold[status])
}
