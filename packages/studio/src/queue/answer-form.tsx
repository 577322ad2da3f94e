import { Button, Textarea } from '@mantine/core'
import type { CaseDocument, Json } from 'holon'
import { useState } from 'react'
import { optionsOf } from '../form/options.ts'
import { type Shape, shapeOf } from '../form/shape.ts'
import { ObjectFields } from '../form/shape-input.tsx'
import { formatName, formatTitle } from '../format/json.ts'
import { Failure } from '../look/state.tsx'
import './answer-form.css'
import { useAnswer } from './use-answer.ts'
import { useYourName } from './your-name.tsx'

/** Asks for the answer in the shape that its schema wants, and why. */
export function AnswerForm({ one }: { one: CaseDocument }) {
  const { name } = useYourName()
  const [value, setValue] = useState<Json | undefined>(undefined)
  const [note, setNote] = useState('')
  const send = useAnswer(one.id)
  const isReady = value !== undefined && name.trim() !== ''
  return (
    <form
      className="answer"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isReady || send.isPending) return
        send.mutate({ value, by: name.trim(), ...(note.trim() !== '' && { note: note.trim() }) })
      }}
    >
      <AnswerInput one={one} value={value} change={setValue} />
      <Textarea
        label="Why"
        description="Optional. Kept for those who may read what concerns the person."
        size="sm"
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <div className="answer-send">
        <Button type="submit" variant="filled" size="sm" disabled={!isReady} loading={send.isPending}>
          Answer
        </Button>
        {name.trim() === '' && <span className="quiet small">Say who you are first.</span>}
      </div>
      {send.isError && <Failure error={send.error} />}
    </form>
  )
}

interface Input {
  readonly one: CaseDocument
  readonly value: Json | undefined
  readonly change: (value: Json | undefined) => void
}

function AnswerInput({ one, value, change }: Input) {
  const shape = shapeOf(one.answerSchema)
  const options = optionsOf(shape)
  if (options === undefined) return <Written shape={shape} value={value} change={change} />
  return (
    <fieldset className="choices">
      <legend>Your answer</legend>
      {options.map((option) => (
        <label key={option.label} className="choice">
          <input
            type="radio"
            name={`answer-${one.id}`}
            required
            checked={value === option.value}
            onChange={() => change(option.value)}
          />
          {formatTitle(formatName(option.label))}
        </label>
      ))}
    </fieldset>
  )
}

/** The same inputs as everywhere, for one value that is no field of anything. */
function Written({ shape, value, change }: Omit<Input, 'one'> & { shape: Shape }) {
  const field = {
    name: 'value',
    title: 'Your answer',
    description: undefined,
    required: true,
    usual: undefined,
  }
  return (
    <ObjectFields
      fields={[{ ...field, shape }]}
      value={value === undefined ? {} : { value }}
      change={(next) => change(next.value)}
    />
  )
}
