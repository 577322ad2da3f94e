import { NativeSelect } from '@mantine/core'
import type { FieldProps } from './field.ts'

/** Many possible answers in a list, one to be chosen. */
export function SelectField({ asked: { question, answer }, problem, onAnswer }: FieldProps) {
  const { id, text, help, choices = [] } = question
  const none = { value: '', label: 'Rather not say' }
  return (
    <NativeSelect
      id={id}
      label={text}
      description={help}
      error={problem}
      data={[none, ...choices]}
      value={typeof answer === 'string' ? answer : ''}
      onChange={({ currentTarget: { value } }) => onAnswer(value === '' ? undefined : value)}
    />
  )
}
