import type { Answer, Question } from '../../domain/questions/question.ts'
import type { FieldProps } from './field.ts'
import './choice-field.css'

/** A few possible answers side by side or below each other, one to be chosen. */
export function ChoiceField({ asked: { question, answer }, problem, onAnswer }: FieldProps) {
  const { id, text, help, optional } = question
  const options = optionsOf(question)
  const helpId = help === undefined ? '' : `${id}-help`
  const problemId = problem === undefined ? '' : `${id}-problem`
  return (
    <fieldset
      className="choice"
      aria-describedby={`${helpId} ${problemId}`.trim() || undefined}
      aria-invalid={problem !== undefined || undefined}
    >
      <legend className="question-text">{text}</legend>
      {help !== undefined && (
        <p id={helpId} className="question-help">
          {help}
        </p>
      )}
      <div className={options.length === 2 ? 'choice-pair' : 'choice-list'}>
        {options.map(({ value, label }) => (
          <label key={String(value)} className="choice-option">
            <input
              type="radio"
              name={id}
              checked={answer === value}
              required={optional !== true}
              onChange={() => onAnswer(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      {problem !== undefined && (
        <p id={problemId} className="question-problem">
          {problem}
        </p>
      )}
    </fieldset>
  )
}

function optionsOf({ kind, choices = [] }: Question): readonly { value: Answer; label: string }[] {
  if (kind !== 'yes-no') return choices
  return [
    { value: true, label: 'Yes' },
    { value: false, label: 'No' },
  ]
}
