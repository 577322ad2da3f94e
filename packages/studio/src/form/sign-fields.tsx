import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useYourName } from '../queue/your-name.tsx'

/** Who does something that goes into the log, and why. */
export interface Signature {
  readonly by: string
  readonly reason: string
}

/** A signature as it is being written; undefined while a part of it is missing. */
export function useSignature(begin = '') {
  const { name, change } = useYourName()
  const [reason, setReason] = useState(begin)
  const signature: Signature | undefined =
    name.trim() === '' || reason.trim() === '' ? undefined : { by: name.trim(), reason: reason.trim() }
  return { name, reason, changeName: change, changeReason: setReason, signature }
}

/** Asks who does it and why. */
export function SignFields(props: {
  signing: ReturnType<typeof useSignature>
  /** Default: who does it. */
  who?: string
  /** What both go into the log with. Default: the step. */
  what?: string
}) {
  const { signing, who = 'Who does it', what = 'the step' } = props
  return (
    <>
      <TextInput
        label={who}
        size="sm"
        required
        maxLength={200}
        autoComplete="name"
        value={signing.name}
        onChange={({ currentTarget }) => signing.changeName(currentTarget.value)}
      />
      <Textarea
        label="Why"
        size="sm"
        required
        autosize
        minRows={2}
        maxLength={1000}
        description={`Both go into the log, with ${what}.`}
        value={signing.reason}
        onChange={({ currentTarget }) => signing.changeReason(currentTarget.value)}
      />
    </>
  )
}
