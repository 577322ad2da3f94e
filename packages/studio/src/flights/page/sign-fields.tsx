import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useYourName } from '../../queue/your-name.tsx'

/** Who does something to a flight, and why. */
export interface Signature {
  readonly by: string
  readonly reason: string
}

/** A signature as it is being written; undefined while a part of it is missing. */
export function useSignature() {
  const { name, change } = useYourName()
  const [reason, setReason] = useState('')
  const signature: Signature | undefined =
    name.trim() === '' || reason.trim() === '' ? undefined : { by: name.trim(), reason: reason.trim() }
  return { name, reason, changeName: change, changeReason: setReason, signature }
}

/** Asks who does it and why. */
export function SignFields({ signing }: { signing: ReturnType<typeof useSignature> }) {
  return (
    <>
      <TextInput
        label="Who does it"
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
        description="Both go into the log, with the step."
        value={signing.reason}
        onChange={({ currentTarget }) => signing.changeReason(currentTarget.value)}
      />
    </>
  )
}
