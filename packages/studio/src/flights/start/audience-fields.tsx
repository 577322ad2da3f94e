import { ActionIcon, Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { DecisionDocument } from 'holon'
import { optionsOf } from '../../form/options.ts'
import { type Shape, shapeOf, titleOf } from '../../form/shape.ts'
import { formatName } from '../../format/json.ts'
import { useSystem } from '../../shell/system.ts'
import { type Condition, comparisons } from './audience.ts'
import './audience-fields.css'
import { publicFields } from './public-fields.ts'
import type { Drafting } from './use-drafting.ts'

/** Asks who may take part, by public fields of the context. */
export function AudienceFields({ drafting }: { drafting: Drafting }) {
  const { decisions } = useSystem()
  const { draft, change, errorAt } = drafting
  const decision = decisions.find((one) => one.name === draft.decision)
  const fields = decision === undefined ? [] : publicFields(decision)
  const { conditions = [], among } = draft
  const set = (next: readonly Condition[]) => change({ conditions: next.length === 0 ? undefined : next })
  const refused = errorAt('among')
  const [first] = fields
  return (
    <fieldset className="audience">
      <legend>Among</legend>
      {among !== undefined && (
        <p className="audience-other">
          Those of whom <code>{JSON.stringify(among)}</code> is true.{' '}
          <Button onClick={() => change({ among: undefined })}>Let everybody take part</Button>
        </p>
      )}
      {decision !== undefined &&
        among === undefined &&
        conditions.map((condition, index) => (
          <ConditionFields
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no name, and stay where they are.
            key={index}
            decision={decision}
            fields={fields}
            condition={condition}
            change={(next) =>
              set(conditions.flatMap((one, at) => (at !== index ? [one] : next === undefined ? [] : [next])))
            }
          />
        ))}
      {conditions.length === 0 && among === undefined && (
        <p className="small quiet">
          Everybody
          {fields.length === 0 && ': no field of this decision point is public, so nobody can be told apart'}.
        </p>
      )}
      {first !== undefined && among === undefined && (
        <Button
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => set([...conditions, first.begin])}
        >
          {conditions.length === 0 ? 'Only those who…' : 'And also…'}
        </Button>
      )}
      {refused !== undefined && (
        <p className="flight-error" role="alert" data-refused="true" tabIndex={-1}>
          {refused}
        </p>
      )}
    </fieldset>
  )
}

function ConditionFields(props: {
  decision: DecisionDocument
  fields: ReturnType<typeof publicFields>
  condition: Condition
  change: (condition?: Condition) => void
}) {
  const { decision, fields, condition, change } = props
  const shape = fields.find((one) => one.name === condition.field)?.shape ?? shapeOf({})
  const ordered = shape.kind === 'number'
  return (
    <div className="condition">
      <NativeSelect
        aria-label="Field"
        size="sm"
        value={condition.field}
        data={fields.map(({ name }) => ({
          value: name,
          label: formatName(titleOf(decision.contextSchema, name)),
        }))}
        onChange={({ currentTarget }) =>
          change(fields.find(({ name }) => name === currentTarget.value)?.begin)
        }
      />
      <NativeSelect
        aria-label="Comparison"
        size="sm"
        value={condition.by}
        data={comparisons
          .filter(({ by }) => ordered || by === 'eq' || by === 'ne')
          .map(({ by, words }) => ({ value: by, label: words }))}
        onChange={({ currentTarget }) => {
          const by = comparisons.find((one) => one.by === currentTarget.value)?.by
          if (by !== undefined) change({ ...condition, by })
        }}
      />
      <Value shape={shape} condition={condition} change={change} />
      <ActionIcon aria-label={`Leave out ${condition.field}`} onClick={() => change()}>
        <IconX size={16} />
      </ActionIcon>
    </div>
  )
}

function Value(props: { shape: Shape; condition: Condition; change: (condition: Condition) => void }) {
  const { shape, condition, change } = props
  const set = (value: Condition['value']) => change({ ...condition, value })
  const options = optionsOf(shape)
  if (options !== undefined) {
    return (
      <NativeSelect
        aria-label="Value"
        size="sm"
        value={JSON.stringify(condition.value)}
        data={options.map(({ label, value }) => ({ label, value: JSON.stringify(value) }))}
        onChange={({ currentTarget }) => {
          const found = options.find(({ value }) => JSON.stringify(value) === currentTarget.value)?.value
          if (typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean') set(found)
        }}
      />
    )
  }
  if (shape.kind === 'number') {
    return (
      <NumberInput
        aria-label="Value"
        size="sm"
        hideControls
        value={typeof condition.value === 'number' ? condition.value : ''}
        onChange={(next) => set(typeof next === 'number' ? next : 0)}
      />
    )
  }
  return (
    <TextInput
      aria-label="Value"
      size="sm"
      value={String(condition.value)}
      onChange={({ currentTarget }) => set(currentTarget.value)}
    />
  )
}
