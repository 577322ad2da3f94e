import { NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { layerWords } from '../../goals/layers.ts'
import { Panel } from '../../look/panel.tsx'
import { powerQuery } from '../../power/queries.ts'
import { useSystem } from '../../shell/system.ts'
import type { FlightDraft } from './draft.ts'
import { powerOptions, unitsWords } from './power-words.ts'
import type { Drafting } from './use-drafting.ts'

/** Asks for a name, and for what the flight is to improve and must not harm. */
export function AimFields({ drafting }: { drafting: Drafting }) {
  const { goals } = useSystem()
  const { draft, change, errorAt } = drafting
  const { guards = [], margins = {}, main } = draft
  const options = layerWords.flatMap(({ layer, title }) => {
    const own = goals.filter((one) => one.layer === layer)
    return own.length === 0 ? [] : [{ group: title, items: own.map((one) => one.name) }]
  })
  const watched = goals.filter(({ name, layer }) => layer !== 'organization' && name !== main)
  return (
    <Panel title="What it is for">
      <div className="flight-fields">
        <TextInput
          label="Name"
          size="sm"
          required
          maxLength={100}
          placeholder="calm-words"
          description="Letters, digits and single dashes; never used before."
          value={draft.name ?? ''}
          error={errorAt('name')}
          onChange={({ currentTarget }) => change({ name: currentTarget.value || undefined })}
        />
        <Textarea
          className="wide"
          label="What is changed, and why it should help"
          size="sm"
          required
          autosize
          minRows={2}
          maxLength={1000}
          value={draft.about ?? ''}
          error={errorAt('about')}
          onChange={({ currentTarget }) => change({ about: currentTarget.value || undefined })}
        />
        <NativeSelect
          label="Main goal"
          size="sm"
          description="What it is to improve."
          value={main ?? ''}
          error={errorAt('main')}
          data={[{ value: '', label: 'none: only look' }, ...options]}
          onChange={({ currentTarget }) => change({ main: currentTarget.value || undefined })}
        />
        <Worth drafting={drafting} />
        <fieldset className="flight-choices wide">
          <legend>Must not be harmed</legend>
          {watched.map(({ name }) => (
            <label key={name}>
              <input
                type="checkbox"
                checked={guards.includes(name)}
                onChange={({ currentTarget }) =>
                  change({
                    guards: guardsWith(guards, name, currentTarget.checked),
                    margins: marginsWith(margins, name, undefined),
                  })
                }
              />
              {name}
            </label>
          ))}
          <span className="quiet small">Organizational goals always are.</span>
        </fieldset>
        <Margins drafting={drafting} />
      </div>
    </Panel>
  )
}

function guardsWith(guards: readonly string[], name: string, on: boolean): FlightDraft['guards'] | undefined {
  const next = on ? [...guards, name] : guards.filter((one) => one !== name)
  return next.length === 0 ? undefined : next
}

function marginsWith(
  margins: NonNullable<FlightDraft['margins']>,
  goal: string,
  margin: number | undefined,
): FlightDraft['margins'] | undefined {
  const { [goal]: _, ...others } = margins
  const next = margin === undefined ? others : { ...others, [goal]: margin }
  return Object.keys(next).length === 0 ? undefined : next
}

/** How long a draft has to rest before the server is asked what it takes. */
const rest = 500

/** Asks for the smallest effect that is worth having, and says how many units show it. */
function Worth({ drafting }: { drafting: Drafting }) {
  const system = useSystem()
  const { draft, change, errorAt } = drafting
  const [asked] = useDebouncedValue(draft, rest)
  const { data: power, isError } = useQuery({
    ...powerQuery(system.name, asked.main ?? '', powerOptions(asked)),
    enabled: asked.main !== undefined,
    retry: false,
  })
  return (
    <EffectInput
      label="Smallest effect worth having"
      unit={system.goals.find((one) => one.name === draft.main)?.unit}
      description={unitsWords(draft, power?.goal === draft.main ? power : undefined, isError)}
      value={draft.worth}
      error={errorAt('worth')}
      change={(worth) => change({ worth })}
    />
  )
}

/** Asks how much harm to each goal that must not be harmed is tolerated. */
function Margins({ drafting }: { drafting: Drafting }) {
  const { goals } = useSystem()
  const { draft, change, errorAt } = drafting
  const { guards = [], margins = {}, main } = draft
  const guarded = goals.filter(
    ({ name, layer }) => name !== main && (layer === 'organization' || guards.includes(name)),
  )
  if (guarded.length === 0) return null
  return (
    <fieldset className="flight-margins wide">
      <legend>Most harm that is tolerated</legend>
      <p className="quiet small">
        With it nothing is told to ship before more harm is ruled out. Without it a goal stands in the way
        once harm is seen, which may be late.
      </p>
      <div className="flight-fields">
        {guarded.map(({ name, unit }) => (
          <EffectInput
            key={name}
            label={name}
            unit={unit}
            value={margins[name]}
            error={margins[name] === 0 ? errorAt('margins') : undefined}
            change={(margin) => change({ margins: marginsWith(margins, name, margin) })}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** Asks for the size of an effect in the unit of a goal, once there is one; of a share, in percentage points. */
function EffectInput(props: {
  label: string
  unit: string | undefined
  value: number | undefined
  change: (value: number | undefined) => void
  description?: string
  error?: string | undefined
}) {
  const { label, unit, value, change, description, error } = props
  const size = unit === '%' ? 100 : 1
  const word = unit === '%' ? 'pp' : unit
  return (
    <NumberInput
      label={label}
      size="sm"
      disabled={unit === undefined}
      suffix={word ? ` ${word}` : ''}
      min={0}
      hideControls
      description={description}
      value={value === undefined ? '' : Number((value * size).toPrecision(12))}
      error={error}
      onChange={(next) =>
        change(typeof next === 'number' ? Number((next / size).toPrecision(12)) : undefined)
      }
    />
  )
}
