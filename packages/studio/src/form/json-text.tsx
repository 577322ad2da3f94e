import { Textarea } from '@mantine/core'
import type { Json } from 'holon'
import { type ReactNode, useState } from 'react'

/** A JSON value edited as text. Text that is no JSON is kept in the field and not passed on. */
export function JsonText(props: {
  label: ReactNode
  description?: string
  required?: boolean
  value: Json | undefined
  change: (value: Json | undefined) => void
}) {
  const [text, setText] = useState(() =>
    props.value === undefined ? '' : JSON.stringify(props.value, null, 2),
  )
  const [wrong, setWrong] = useState<string>()
  const edit = (next: string) => {
    setText(next)
    try {
      props.change(next.trim() === '' ? undefined : (JSON.parse(next) as Json))
      setWrong(undefined)
    } catch (error) {
      setWrong(error instanceof Error ? error.message : 'This is no JSON.')
    }
  }
  return (
    <Textarea
      label={props.label}
      description={props.description}
      required={props.required ?? false}
      error={wrong}
      value={text}
      autosize
      minRows={4}
      maxRows={30}
      spellCheck={false}
      styles={{ input: { fontFamily: 'var(--mono)', fontSize: 'var(--size-2)' } }}
      onChange={({ currentTarget }) => edit(currentTarget.value)}
    />
  )
}
