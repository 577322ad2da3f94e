import { Button, PasswordInput } from '@mantine/core'
import '@mantine/core/styles/PasswordInput.css'
import { type FormEvent, useState } from 'react'
import { setKey } from '../wire/key.ts'

/** Asks for the key of a server that wants one, and starts over with it. */
export function KeyForm() {
  const [key, change] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setKey(key)
    location.reload()
  }
  return (
    <form className="key-form" onSubmit={submit}>
      <PasswordInput
        label="Key of the server"
        size="sm"
        value={key}
        onChange={({ currentTarget }) => change(currentTarget.value)}
        required
      />
      <Button type="submit" variant="filled" size="sm">
        Open
      </Button>
    </form>
  )
}
