import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FeedbackDocument, FeedbackRequest, Json } from 'holon'
import { useState } from 'react'
import { type Option, optionsOf } from '../form/options.ts'
import { type Shape, shapeOf } from '../form/shape.ts'
import { formatTitle } from '../format/json.ts'
import { Failure } from '../look/state.tsx'
import { path, request } from '../wire/request.ts'
import './feedback-form.css'

/** Lets a person send back what the decision asks for, as its person or the world would. */
export function FeedbackForm({ id, feedback }: { id: string; feedback: readonly FeedbackDocument[] }) {
  const client = useQueryClient()
  const send = useMutation({
    mutationFn: (body: FeedbackRequest) => request<void>('POST', path`/decisions/${id}/feedback`, body),
    onSuccess: () => client.invalidateQueries({ queryKey: ['record', id] }),
  })
  if (feedback.length === 0) return <p className="quiet">This decision asks for nothing back.</p>
  return (
    <div className="feedback">
      {feedback.map((one) => (
        <div key={one.name} className="feedback-one">
          <p className="feedback-asks">{one.asks ?? formatTitle(one.name)}</p>
          <p className="small quiet">{describe(one)}</p>
          <ValueInput
            name={one.name}
            shape={shapeOf(one.valueSchema)}
            busy={send.isPending && send.variables.name === one.name}
            send={(value) => send.mutate({ name: one.name, value })}
          />
        </div>
      ))}
      {send.isError && <Failure error={send.error} />}
      <p className="hidden" role="status">
        {send.isSuccess ? `${send.variables.name} is on disk.` : ''}
      </p>
    </div>
  )
}

function describe({ name, kind, within, otherwise }: FeedbackDocument): string {
  const waits = within === undefined ? '' : `, within ${within}`
  const else_ = otherwise === undefined ? '' : `, else ${String(otherwise)}`
  return `${name} · ${kind}${waits}${else_}`
}

interface Input {
  readonly name: string
  readonly shape: Shape
  readonly busy: boolean
  readonly send: (value: Json) => void
}

function ValueInput({ name, shape, busy, send }: Input) {
  const options = optionsOf(shape)
  if (options === undefined) return <TextValue name={name} shape={shape} busy={busy} send={send} />
  if (options.length > 6) return <ManyOptions name={name} options={options} busy={busy} send={send} />
  return (
    <fieldset className="feedback-options" aria-label={name} disabled={busy}>
      {options.map(({ label, value }) => (
        <Button key={label} onClick={() => send(value)}>
          {label}
        </Button>
      ))}
    </fieldset>
  )
}

function ManyOptions({ name, options, busy, send }: Omit<Input, 'shape'> & { options: readonly Option[] }) {
  return (
    <SegmentedControl
      aria-label={name}
      disabled={busy}
      data={options.map(({ label }) => label)}
      onChange={(label) => send(options.find((option) => option.label === label)?.value ?? label)}
    />
  )
}

function TextValue({ name, shape, busy, send }: Input) {
  const [text, setText] = useState('')
  const value = readValue(shape, text)
  const input = {
    'aria-label': name,
    value: text,
    onChange: (event: { currentTarget: { value: string } }) => setText(event.currentTarget.value),
  }
  return (
    <form
      className="feedback-text"
      onSubmit={(event) => {
        event.preventDefault()
        if (value === undefined) return
        send(value)
        setText('')
      }}
    >
      {shape.kind === 'text' && (shape.longest ?? 500) > 100 ? (
        <Textarea size="xs" autosize minRows={1} {...input} />
      ) : (
        <TextInput size="xs" {...input} inputMode={shape.kind === 'number' ? 'decimal' : 'text'} />
      )}
      <Button type="submit" disabled={value === undefined} loading={busy}>
        Send
      </Button>
    </form>
  )
}

function readValue(shape: Shape, text: string): Json | undefined {
  if (text.trim() === '') return undefined
  if (shape.kind === 'text') return text
  if (shape.kind === 'number') return Number.isFinite(Number(text)) ? Number(text) : undefined
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
