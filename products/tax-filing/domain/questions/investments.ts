import { largestAmount } from '../return.ts'
import { isYes, numberIn, type Question } from './question.ts'

const gainOrLoss = () => [-largestAmount, largestAmount] as const

/** Interest, dividends, gains and stock options. */
export const investmentQuestions: readonly Question[] = [
  {
    id: 'hasInvestments',
    section: 'investments',
    text: 'Did you have interest, dividends, or sell investments?',
    kind: 'yes-no',
  },
  {
    id: 'interest',
    section: 'investments',
    text: 'Taxable interest',
    help: 'Box 1 of Forms 1099-INT.',
    kind: 'money',
    default: 0,
    asked: isYes('hasInvestments'),
  },
  {
    id: 'ordinaryDividends',
    section: 'investments',
    text: 'Ordinary dividends',
    help: 'Box 1a of Forms 1099-DIV.',
    kind: 'money',
    default: 0,
    asked: isYes('hasInvestments'),
  },
  {
    id: 'qualifiedDividends',
    section: 'investments',
    text: 'The qualified part of them',
    help: 'Box 1b of Forms 1099-DIV; it is taxed at lower rates.',
    kind: 'money',
    range: (answers) => [0, numberIn(answers, 'ordinaryDividends')],
    default: 0,
    asked: (answers) => numberIn(answers, 'ordinaryDividends') > 0,
  },
  {
    id: 'shortTermGain',
    section: 'investments',
    text: 'Gain or loss on what you held a year or less',
    help: 'All sales together; a loss is below zero. Add a short-term loss carried from last year.',
    kind: 'money',
    range: gainOrLoss,
    default: 0,
    asked: isYes('hasInvestments'),
  },
  {
    id: 'longTermGain',
    section: 'investments',
    text: 'Gain or loss on what you held longer',
    help: 'All sales together; a loss is below zero. Add a long-term loss carried from last year.',
    kind: 'money',
    range: gainOrLoss,
    default: 0,
    asked: isYes('hasInvestments'),
  },
  {
    id: 'hasStockOptions',
    section: 'investments',
    text: 'Did you exercise incentive stock options and keep the shares?',
    kind: 'yes-no',
    default: false,
  },
  {
    id: 'stockOptions',
    section: 'investments',
    text: 'Value of those shares above what you paid',
    help: 'Box 4 less box 3 of Form 3921, times the shares in box 5.',
    kind: 'money',
    asked: isYes('hasStockOptions'),
  },
]
