import { largestAmount } from '../return.ts'
import { isJoint, isYes, type Question } from './question.ts'

const gainOrLoss = () => [-largestAmount, largestAmount] as const

/** Wages and own business, of both spouses when they file jointly. */
export const workQuestions: readonly Question[] = [
  {
    id: 'hasWages',
    section: 'work',
    text: 'Were you paid wages?',
    help: 'You have a Form W-2 for them. On a joint return, also answer yes for your spouse.',
    kind: 'yes-no',
  },
  {
    id: 'wages',
    section: 'work',
    text: 'Your wages',
    help: 'Box 1 of your W-2; add up several.',
    kind: 'money',
    asked: isYes('hasWages'),
  },
  {
    id: 'spouseWages',
    section: 'work',
    text: "Your spouse's wages",
    kind: 'money',
    default: 0,
    asked: (answers) => isJoint(answers) && isYes('hasWages')(answers),
  },
  {
    id: 'hasBusiness',
    section: 'work',
    text: 'Did you work for yourself?',
    help: 'Freelance work, gigs or a sole proprietorship. On a joint return, also answer yes for your spouse.',
    kind: 'yes-no',
  },
  {
    id: 'profit',
    section: 'work',
    text: 'Profit of your business',
    help: 'Receipts less expenses; a loss is below zero.',
    kind: 'money',
    range: gainOrLoss,
    asked: isYes('hasBusiness'),
  },
  {
    id: 'spouseProfit',
    section: 'work',
    text: "Profit of your spouse's business",
    kind: 'money',
    range: gainOrLoss,
    default: 0,
    asked: (answers) => isJoint(answers) && isYes('hasBusiness')(answers),
  },
]
