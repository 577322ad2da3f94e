import { type FormEvent, useId, useState } from 'react'
import { type Address, addressOf } from '../../domain/address.ts'
import './check-form.css'
import { samples } from './samples.ts'

/** Takes an address to check, typed, pasted or one of the samples. */
export function CheckForm({ onCheck }: { onCheck: (address: Address) => void }) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const [field, note] = [useId(), useId()]
  const check = (wanted: string): void => {
    const address = addressOf(wanted)
    setProblem(
      address === undefined ? 'That is no web address. One looks like www.example.org/page.' : undefined,
    )
    if (address !== undefined) onCheck(address)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    check(text)
  }
  return (
    <form className="check" onSubmit={submit} noValidate>
      <label htmlFor={field}>Web address</label>
      <div className="check-row">
        <input
          id={field}
          value={text}
          onChange={(event) => setText(event.target.value)}
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          dir="ltr"
          placeholder="www.example.org/page"
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : note}
        />
        <button type="submit">Check</button>
      </div>
      {problem !== undefined && (
        <p id={note} className="check-problem" role="alert">
          {problem}
        </p>
      )}
      <fieldset className="samples">
        <legend>Or try one of these</legend>
        {samples.map(({ name, address }) => (
          <button
            key={name}
            type="button"
            onClick={() => {
              setText(address)
              check(address)
            }}
          >
            {name}
          </button>
        ))}
      </fieldset>
    </form>
  )
}
