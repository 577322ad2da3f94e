import { ActionIcon, Button } from '@mantine/core'
import { IconLock, IconPlus, IconX } from '@tabler/icons-react'
import type { Json, JsonObject } from 'holon'
import type { ReactNode } from 'react'
import { formatTitle } from '../format/json.ts'
import { emptyValue } from './empty-value.ts'
import { ChoiceInput, Group, type InputProps, NumberField, type Of, TextField, words } from './inputs.tsx'
import { JsonText } from './json-text.tsx'
import { type Field, isObject } from './shape.ts'
import './shape-input.css'

/** The input that suits a shape. */
function ShapeInput(props: InputProps): ReactNode {
  const { shape } = props
  switch (shape.kind) {
    case 'boolean':
      return <ChoiceInput {...props} shape={{ kind: 'choice', options: [true, false] }} />
    case 'choice':
      return <ChoiceInput {...props} shape={shape} />
    case 'number':
      return <NumberField {...props} shape={shape} />
    case 'text':
      return <TextField {...props} shape={shape} />
    case 'nullable':
      return (
        <ShapeInput
          {...props}
          shape={shape.of}
          required={false}
          change={(value) => props.change(value ?? null)}
        />
      )
    case 'object':
      return (
        <Group label={props.label} description={props.description}>
          <ObjectFields fields={shape.fields} value={props.value} change={props.change} />
        </Group>
      )
    case 'list':
      return <ListField {...props} shape={shape} />
    case 'constant':
      return null
    case 'json':
      return <JsonText {...words(props)} value={props.value} change={props.change} />
  }
}

/** The fields of an object. An optional field left empty is not sent. */
export function ObjectFields(props: {
  fields: readonly Field[]
  value: Json | undefined
  change: (value: JsonObject) => void
  classes?: Readonly<Record<string, string>>
}) {
  const object: JsonObject = isObject(props.value) ? props.value : {}
  const set = (name: string, value: Json | undefined) => {
    const { [name]: _, ...rest } = object
    props.change(value === undefined ? rest : { ...object, [name]: value })
  }
  return (
    <div className="fields">
      {props.fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          value={object[field.name]}
          change={(value) => set(field.name, value)}
          dataClass={props.classes?.[field.name]}
        />
      ))}
    </div>
  )
}

function FieldInput(props: {
  field: Field
  value: Json | undefined
  change: (value: Json | undefined) => void
  dataClass: string | undefined
}) {
  const { field, value, change, dataClass } = props
  const title = field.title ?? formatTitle(field.name)
  const closed = dataClass === 'personal' || dataClass === 'sensitive'
  const label = (
    <>
      {title}
      {closed && (
        <span className="field-class">
          <IconLock size={12} aria-hidden="true" /> {dataClass}
        </span>
      )}
    </>
  )
  return (
    <ShapeInput
      shape={field.shape}
      label={label}
      description={field.description}
      required={field.required}
      usual={field.usual}
      value={value}
      change={change}
    />
  )
}

function ListField(props: Of<'list'>) {
  const items: readonly Json[] = Array.isArray(props.value) ? props.value : []
  const { of } = props.shape
  const put = (index: number, value: Json | undefined) =>
    props.change(items.map((item, at) => (at === index ? (value ?? emptyValue(of)) : item)))
  return (
    <Group label={props.label} description={props.description}>
      <div className="items">
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an item has no other identity than its place.
          <div key={index} className="item">
            <ShapeInput
              shape={of}
              label={`No. ${index + 1}`}
              required
              value={item}
              change={(value) => put(index, value)}
            />
            <ActionIcon
              aria-label={`Remove no. ${index + 1}`}
              onClick={() => props.change(items.filter((_, at) => at !== index))}
            >
              <IconX size={16} />
            </ActionIcon>
          </div>
        ))}
      </div>
      <Button
        leftSection={<IconPlus size={14} aria-hidden="true" />}
        onClick={() => props.change([...items, emptyValue(of)])}
      >
        Add one
      </Button>
    </Group>
  )
}
