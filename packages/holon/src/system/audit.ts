import type { AuditDeclaration, Unanswered } from '../spec/audit.ts'
import { HolonError } from '../spec/error.ts'
import type { JsonObject } from '../spec/json.ts'
import type { FeedbackShape } from '../spec/measure.ts'
import type { DataClass } from '../spec/schema.ts'
import type { ExperiencePart } from './experience.ts'

/** Whom to ask at random, and how to count those who do not answer. */
export interface AuditInit<X extends string = string> {
  /** Share of decisions after which somebody is asked: above 0, at most 1. */
  readonly share: number
  /** Experiences after which somebody may be asked. Default: all that are not silent. */
  readonly after?: readonly X[]
  /** Default `alike`. */
  readonly unanswered?: Unanswered
}

/** Of a feedback, what an audit depends on. */
interface Answerable extends Pick<FeedbackShape, 'name' | 'otherwise'> {
  readonly valueSchema: JsonObject
  readonly dataClass: DataClass
}

/**
 * An audit with its defaults filled in.
 *
 * @throws HolonError `declaration-invalid` for a share that is none, an experience that is not there, a value that is not
 * measured or has no range, or one that stands where nobody answers
 */
export function auditDeclaration(
  feedback: Answerable,
  { share, after, unanswered = 'alike' }: AuditInit,
  experiences: readonly ExperiencePart[],
): AuditDeclaration {
  const names = after ?? experiences.filter(({ style }) => style !== 'silent').map(({ name }) => name)
  const unknown = names.find((name) => !experiences.some((one) => one.name === name))
  if (!(share > 0 && share <= 1))
    throw invalid(
      feedback,
      `its share is ${share}`,
      'Give a number above 0 and at most 1: 0.02 asks one in fifty.',
    )
  if (unknown !== undefined)
    throw invalid(
      feedback,
      `it asks after "${unknown}", which is no experience here`,
      'Name experiences of the decision.',
    )
  if (names.length === 0)
    throw invalid(
      feedback,
      'all experiences are silent',
      'Say in `after` after which of them people are asked.',
    )
  if (feedback.otherwise !== undefined)
    throw invalid(feedback, 'silence counts as an answer', 'Leave out `otherwise`, or leave out the audit.')
  if (feedback.dataClass !== 'public' || answerRange(feedback) === undefined)
    throw invalid(
      feedback,
      'its answers cannot be averaged',
      'Ask for a boolean, or for a number with a minimum and a maximum, that is public.',
    )
  return { share, after: names, unanswered }
}

/** The lowest and the highest answer: 0 and 1 of yes or no; undefined where there is none. */
export function answerRange({
  valueSchema: { type, minimum, maximum },
}: Pick<Answerable, 'valueSchema'>): readonly [number, number] | undefined {
  if (type === 'boolean') return [0, 1]
  if (typeof minimum !== 'number' || typeof maximum !== 'number' || minimum >= maximum) return undefined
  return [minimum, maximum]
}

const invalid = ({ name }: Answerable, what: string, fix: string): HolonError =>
  new HolonError('declaration-invalid', `The feedback "${name}" cannot be audited: ${what}.`, fix)
