import { ActionIcon, Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { ComponentDocument, DecisionDocument } from 'holon'
import { withChange, withoutChange } from './arms.ts'
import { DifferenceTable } from './difference-table.tsx'
import type { ArmDraft, Factor } from './draft.ts'
import './factor-fields.css'
import type { TuningSource } from './tuning-sources.ts'

interface Offered {
  readonly decision: DecisionDocument
  readonly model: ComponentDocument | undefined
  readonly sources: readonly TuningSource[]
}

/** Asks for the arms that differ in one thing, the control first, each beside what it changes. */
export function FactorFields(
  props: Offered & {
    factor: Factor
    /** Whether it is crossed with others, so that it has a name and its arms are levels. */
    crossed: boolean
    /** Without a factor, it is taken away. */
    change: (factor?: Factor) => void
  },
) {
  const { factor, crossed, change, ...offered } = props
  const { name, arms } = factor
  const set = (index: number, arm?: ArmDraft) =>
    change({
      ...factor,
      arms: arms.flatMap((one, at) => (at !== index ? [one] : arm === undefined ? [] : [arm])),
    })
  const [control] = arms
  return (
    <fieldset className="factor">
      <legend>{crossed ? `Change ${name}` : 'Arms'}</legend>
      {crossed && (
        <div className="factor-name">
          <TextInput
            label="What differs in it"
            size="sm"
            required
            value={name}
            onChange={({ currentTarget }) => change({ ...factor, name: currentTarget.value })}
          />
          <Button variant="subtle" onClick={() => change()}>
            Leave it out
          </Button>
        </div>
      )}
      <ul>
        {arms.map((arm, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an arm has no other name than the one being typed.
          <li key={index}>
            <ArmFields
              {...offered}
              arm={arm}
              title={index === 0 ? 'Control' : `${crossed ? 'Level' : 'Arm'} ${index + 1}`}
              weighted={!crossed}
              change={(next) => set(index, next)}
              {...(arms.length > 2 && index > 0 && { remove: () => set(index) })}
            />
            {index > 0 && control !== undefined && (
              <DifferenceTable {...offered} control={control} arm={arm} />
            )}
          </li>
        ))}
      </ul>
      <Button
        variant="subtle"
        leftSection={<IconPlus size={14} aria-hidden="true" />}
        onClick={() => change({ ...factor, arms: [...arms, { name: `new-${arms.length}` }] })}
      >
        {crossed ? 'Another level' : 'Another arm'}
      </Button>
    </fieldset>
  )
}

function ArmFields(
  props: Offered & {
    arm: ArmDraft
    title: string
    weighted: boolean
    change: (arm: ArmDraft) => void
    remove?: () => void
  },
) {
  const { decision, model, sources, arm, title, weighted, change, remove } = props
  const { variants = [] } = decision
  const versions = model?.model?.versions ?? []
  const set = (key: 'variant' | 'model', value: string) =>
    change(value === '' ? withoutChange(arm, key) : withChange(arm, { [key]: value }))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset would be drawn as one.
    <div className="arm-fields" role="group" aria-label={title}>
      <TextInput
        label={title}
        size="sm"
        required
        value={arm.name}
        onChange={({ currentTarget }) => change(withChange(arm, { name: currentTarget.value }))}
      />
      {variants.length > 0 && (
        <NativeSelect
          label="Variant"
          size="sm"
          value={arm.variant ?? ''}
          data={[
            { value: '', label: 'as declared' },
            ...variants.map(({ name, does }) => ({ value: name, label: `${name}: ${does}` })),
          ]}
          onChange={({ currentTarget }) => set('variant', currentTarget.value)}
        />
      )}
      {versions.length > 0 && (
        <NativeSelect
          label="Model"
          size="sm"
          value={arm.model ?? ''}
          data={[
            { value: '', label: `its own, ${model?.model?.version ?? ''}` },
            ...versions.map(({ name, version }) => ({ value: name, label: `${name}, ${version}` })),
          ]}
          onChange={({ currentTarget }) => set('model', currentTarget.value)}
        />
      )}
      <Numbers sources={sources} arm={arm} change={change} />
      {weighted && (
        <NumberInput
          className="arm-weight"
          label="Weight"
          size="sm"
          hideControls
          value={arm.weight ?? 1}
          onChange={(next) =>
            change(
              typeof next !== 'number' || next === 1
                ? withoutChange(arm, 'weight')
                : withChange(arm, { weight: next }),
            )
          }
        />
      )}
      {remove !== undefined && (
        <ActionIcon className="arm-remove" aria-label={`Leave out ${arm.name}`} onClick={remove}>
          <IconX size={16} />
        </ActionIcon>
      )}
    </div>
  )
}

/** Other numbers of the experiences: a version of them, or what the experience designer has not saved. */
function Numbers(props: {
  sources: readonly TuningSource[]
  arm: ArmDraft
  change: (arm: ArmDraft) => void
}) {
  const { sources, arm, change } = props
  const chosen = arm.experiences === undefined ? '' : JSON.stringify(arm.experiences)
  const options = sources.map(({ label, experiences }) => ({ value: JSON.stringify(experiences), label }))
  const isOther = chosen !== '' && options.every(({ value }) => value !== chosen)
  if (options.length === 0 && !isOther) return null
  return (
    <NativeSelect
      label="Numbers"
      size="sm"
      value={chosen}
      data={[
        { value: '', label: 'as they are now' },
        ...options,
        ...(isOther ? [{ value: chosen, label: 'other numbers' }] : []),
      ]}
      onChange={({ currentTarget: { value } }) => {
        const source = sources.find(({ experiences }) => JSON.stringify(experiences) === value)
        if (value === '') change(withoutChange(arm, 'experiences'))
        else if (source !== undefined) change(withChange(arm, { experiences: source.experiences }))
      }}
    />
  )
}
