import { NativeSelect, NumberInput, TextInput } from '@mantine/core'
import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/NumberInput.css'
import type { Json } from 'holon'
import type { ReactNode } from 'react'
import { formatJson } from '../format/json.ts'
import type { Shape } from './shape.ts'

/** What every input of a form needs. `change(undefined)` takes an optional value away. */
export interface InputProps<S extends Shape = Shape> {
  readonly shape: S
  readonly label: ReactNode
  readonly description?: string | undefined
  readonly required: boolean
  /** What counts when nothing is said. */
  readonly usual?: Json | undefined
  readonly value: Json | undefined
  readonly change: (value: Json | undefined) => void
}

/** The props of an input for one kind of shape. */
export type Of<K extends Shape['kind']> = InputProps<Extract<Shape, { kind: K }>>

/** One of a few values; yes and no among them. */
export function ChoiceInput(props: Of<'choice'>) {
  const { shape, required, usual, value, change } = props
  const options = shape.options.map((option) => ({ value: String(option), label: wordFor(option) }))
  return (
    <NativeSelect
      {...words(props)}
      value={value === undefined || value === null ? '' : String(value)}
      data={required && value !== undefined ? options : [{ value: '', label: blank(usual) }, ...options]}
      onChange={({ currentTarget }) =>
        change(shape.options.find((option) => String(option) === currentTarget.value))
      }
    />
  )
}

const blank = (usual: Json | undefined): string =>
  usual === undefined || usual === null ? '–' : `${formatJson(usual)} (unless said)`

const wordFor = (option: string | number | boolean): string =>
  typeof option === 'boolean' ? (option ? 'yes' : 'no') : String(option).replaceAll('-', ' ')

/** A number within its limits. */
export function NumberField(props: Of<'number'>) {
  const { shape, value, change } = props
  return (
    <NumberInput
      {...words(props)}
      value={typeof value === 'number' ? value : ''}
      {...(typeof props.usual === 'number' ? { placeholder: formatJson(props.usual) } : {})}
      allowDecimal={!shape.integer}
      {...(shape.least === undefined ? {} : { min: shape.least })}
      {...(shape.most === undefined ? {} : { max: shape.most })}
      clampBehavior="none"
      thousandSeparator={shape.most !== undefined && shape.most < 10_000 ? '' : ','}
      hideControls
      onChange={(next) => change(typeof next === 'number' ? next : undefined)}
    />
  )
}

/** A text or a date. */
export function TextField(props: Of<'text'>) {
  const { shape, value, required, change } = props
  const type = shape.format === 'date' ? 'date' : 'text'
  return (
    <TextInput
      {...words(props)}
      type={type}
      value={typeof value === 'string' ? value : ''}
      {...(shape.longest === undefined ? {} : { maxLength: shape.longest })}
      onChange={({ currentTarget }) =>
        change(currentTarget.value === '' && !required ? undefined : currentTarget.value)
      }
    />
  )
}

/** Inputs that belong together. */
export function Group(props: { label: ReactNode; description: string | undefined; children: ReactNode }) {
  return (
    <fieldset className="group">
      <legend>{props.label}</legend>
      {props.description !== undefined && <p className="group-note">{props.description}</p>}
      {props.children}
    </fieldset>
  )
}

/** What stands beside an input. */
export function words({ label, description, required }: InputProps) {
  return { size: 'sm', label, required, ...(description === undefined ? {} : { description }) } as const
}
