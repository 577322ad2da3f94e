import {
  type AskedQuestion,
  askedQuestions,
  missingAnswers,
  type Section,
  sections,
} from '../../domain/interview.ts'
import type { Answers, SectionId } from '../../domain/questions/question.ts'
import type { Route } from '../shell/route.ts'

/** A part of the interview that comes up, with its questions. */
export interface Step {
  readonly section: Section
  readonly asked: readonly AskedQuestion[]
  /** How many questions still need an answer, or another one. */
  readonly open: number
  /** Whether the person answered anything here. */
  readonly begun: boolean
}

/** The parts that come up for these answers, in order; one without questions does not. */
export function stepsOf(answers: Answers): readonly Step[] {
  const asked = askedQuestions(answers)
  const missing = new Set(missingAnswers(answers).map(({ id }) => id))
  return sections
    .map((section) => {
      const own = asked.filter(({ question }) => question.section === section.id)
      const open = own.filter(({ question }) => missing.has(question.id)).length
      return {
        section,
        asked: own,
        open,
        begun: own.some(({ question }) => Object.hasOwn(answers, question.id)),
      }
    })
    .filter((step) => step.asked.length > 0)
}

/** Where to go on: the first part with something open, or the result. */
export function whereToGoOn(answers: Answers): Route {
  const step = stepsOf(answers).find(({ open }) => open > 0)
  return step === undefined ? { view: 'result' } : { view: 'interview', section: step.section.id }
}

/** The parts before and after one; after the last comes the result. */
export function around(steps: readonly Step[], id: SectionId): { before?: Step; after?: Step } {
  const at = steps.findIndex(({ section }) => section.id === id)
  const [before, after] = [steps[at - 1], steps[at + 1]]
  return { ...(before && { before }), ...(after && { after }) }
}
