import { ChoiceField } from './choice-field.tsx'
import type { FieldProps } from './field.ts'
import { NumberField } from './number-field.tsx'
import { SelectField } from './select-field.tsx'
import './question-field.css'

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
