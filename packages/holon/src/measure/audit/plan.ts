import type { Unanswered } from '../../spec/audit.ts'
import type { Expression, Measure } from '../../spec/measure.ts'
import { answerRange } from '../../system/audit.ts'
import type { FeedbackPart } from '../../system/decision.ts'
import { feedbackNames } from '../feedback-names.ts'

/** How a measure over audited feedback is corrected. */
export interface AuditPlan {
  readonly feedback: string
  readonly unanswered: Unanswered
  /** The lowest and the highest that an observation can be. */
  readonly range: readonly [number, number]
  /** The decisions after which somebody could be asked, and the answers to them. */
  readonly sizes: Measure
  readonly answers: Measure
  /** Tells decisions apart by probability and by whether they were asked: the probability, plus 1 for the asked. */
  readonly cell: Expression
}

/**
 * How to correct a measure for who answers; undefined where no audit bears on it, or nobody knows how: a rate or a mean,
 * of decisions, whose values are those of one audited feedback and have a range.
 */
export function auditPlan(measure: Measure, parts: readonly FeedbackPart[]): AuditPlan | undefined {
  if (measure.op !== 'rate' && measure.op !== 'mean') return undefined
  const [part, another] = auditedIn(measure.of, parts)
  const { audit } = part ?? {}
  const range = measure.op === 'rate' ? truths : rangeOf(measure.of, parts)
  if (part === undefined || audit === undefined || another !== undefined) return undefined
  // Among those who answered something else counts than among all.
  if (auditedIn(measure.among, parts).length > 0) return undefined
  if (measure.per !== 'decision' || range === undefined || range[0] >= range[1]) return undefined
  const { name: feedback } = part
  const eligible: Expression = { op: 'known', of: { op: 'askedWith', name: feedback } }
  const answered: Expression = { op: 'known', of: { op: 'feedback', name: feedback } }
  const among = [...(measure.among === undefined ? [] : [measure.among]), eligible]
  return {
    ...{ feedback, range, unanswered: audit.unanswered },
    sizes: {
      ...{ op: 'count', decision: measure.decision, per: 'decision' },
      among: { op: 'and', of: among },
    },
    answers: { ...measure, among: { op: 'and', of: [...among, answered] } },
    cell: {
      ...{ op: 'arithmetic', by: 'add', left: { op: 'askedWith', name: feedback } },
      right: { op: 'number', of: { op: 'asked', name: feedback } },
    },
  }
}

/** The audited feedback whose values an expression reads; whether there is one at all is no value of it. */
function auditedIn(of: unknown, parts: readonly FeedbackPart[]): readonly FeedbackPart[] {
  const names = new Set(feedbackNames(of, { past: 'known' }))
  return parts.filter(({ name, audit }) => audit !== undefined && names.has(name))
}

const truths = [0, 1] as const

type Range = readonly [number, number]

/** Between which numbers an expression lies, whatever people answer; undefined where that is not known. */
function rangeOf(of: Expression, parts: readonly FeedbackPart[]): Range | undefined {
  switch (of.op) {
    case 'feedback': {
      const part = parts.find(({ name }) => name === of.name)
      return part && answerRange(part)
    }
    case 'number':
      return truths
    case 'literal':
      return typeof of.value === 'number' ? [of.value, of.value] : undefined
    case 'arithmetic':
      return calculated(of.by, rangeOf(of.left, parts), rangeOf(of.right, parts))
    default:
      return undefined
  }
}

function calculated(
  by: Extract<Expression, { op: 'arithmetic' }>['by'],
  left: Range | undefined,
  right: Range | undefined,
): Range | undefined {
  if (left === undefined || right === undefined || by === 'divide') return undefined
  const ends = left.flatMap((a) => right.map((b) => exact[by](a, b)))
  return [Math.min(...ends), Math.max(...ends)]
}

const exact = {
  add: (a: number, b: number) => a + b,
  subtract: (a: number, b: number) => a - b,
  multiply: (a: number, b: number) => a * b,
}
