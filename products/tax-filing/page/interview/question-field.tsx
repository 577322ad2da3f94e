import type { AskedQuestion } from '../../domain/interview.ts'
import type { Answer, Answers } from '../../domain/questions/question.ts'
import { ChoiceField } from './choice-field.tsx'
import { NumberField } from './number-field.tsx'
import { SelectField } from './select-field.tsx'
import './question-field.css'

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

/** More choices than this fold into a list. */
const mostInView = 5

/** One question with the control that fits it. */
export function QuestionField(props: FieldProps) {
  const { kind, choices = [], id } = props.asked.question
  const Field =
    kind === 'money' || kind === 'count'
      ? NumberField
      : choices.length > mostInView
        ? SelectField
        : ChoiceField
  return (
    <div className="question" data-question={id}>
      <Field {...props} />
    </div>
  )
}
