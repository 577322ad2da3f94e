import type { AskedQuestion } from '../../domain/interview.ts'
import type { Answer, Answers } from '../../domain/questions/question.ts'

/** What every field is given. */
export interface FieldProps {
  readonly asked: AskedQuestion
  /** All answers, which the range of a number may depend on. */
  readonly answers: Answers
  /** The answer as given, usable or not. */
  readonly given: Answer | undefined
  /** What is wrong, when it should be said now. */
  readonly problem: string | undefined
  readonly onAnswer: (value: Answer | undefined) => void
}
