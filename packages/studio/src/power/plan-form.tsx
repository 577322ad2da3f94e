import { Button, NativeSelect, NumberInput } from '@mantine/core'
import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/NumberInput.css'
import type { PowerDocument } from 'holon'
import { useState } from 'react'
import { useOnceResting } from '../form/use-once-resting.ts'
import { countWords } from '../format/flight-unit.ts'
import { formatMeasured } from '../format/number.ts'
import { flightUnits, type PlanNumber, type PowerChange, type PowerView, planNumbers } from './view.ts'

/** How long a number has to rest before it goes into the address. */
const rest = 400

interface Field {
  readonly name: PlanNumber
  readonly label: string
  readonly about?: string
  /** What is typed is so many times what is asked: percentages. */
  readonly times: number
}

/** The numbers of a plan, to be typed; what is measured stands in the field until it is. */
export function PlanForm(props: {
  goal: string
  goals: readonly string[]
  view: PowerView
  known: PowerDocument | undefined
  change: (part: PowerChange) => void
}) {
  const { goal, goals, view, known, change } = props
  const isShare = known?.valueUnit === '%'
  const given = planNumbers.filter((name) => view[name] !== undefined)
  const [resets, setResets] = useState(0)
  return (
    <div className="power-form">
      <div className="power-fields">
        <NativeSelect
          label="Goal"
          value={goal}
          data={[...goals]}
          onChange={({ currentTarget: { value } }) =>
            change({
              ...emptied(['effect', 'baseline', 'variance', 'unitsPerDay']),
              unit: undefined,
              goal: value,
            })
          }
        />
        <NativeSelect
          label="What stays in its arm"
          value={view.unit ?? known?.unit ?? 'person'}
          data={[...flightUnits]}
          onChange={({ currentTarget: { value } }) => {
            const unit = flightUnits.find((one) => one === value)
            if (unit !== undefined) change({ unit })
          }}
        />
      </div>
      {[planned(isShare), measured(isShare, known)].map((fields, index) => (
        <fieldset key={index === 0 ? 'planned' : 'measured'} className="power-fields">
          <legend>{index === 0 ? 'What is planned' : measuredWords(known)}</legend>
          {fields.map((field) => (
            <Typed key={`${field.name} ${resets}`} field={field} view={view} known={known} change={change} />
          ))}
        </fieldset>
      ))}
      {given.length > 0 && (
        <Button
          onClick={() => {
            setResets(resets + 1)
            change(emptied(given))
          }}
        >
          As measured, and as usual
        </Button>
      )}
    </div>
  )
}

const emptied = (names: readonly PlanNumber[]): PowerChange =>
  Object.fromEntries(names.map((name) => [name, undefined]))

const planned = (isShare: boolean): readonly Field[] => [
  {
    name: 'effect',
    label: isShare ? 'Smallest effect, in points' : 'Smallest effect',
    times: isShare ? 100 : 1,
    about: 'worth finding',
  },
  { name: 'power', label: 'Found, in %', times: 100, about: 'where it is there' },
  { name: 'alpha', label: 'False alarm, in %', times: 100, about: 'where there is none' },
  { name: 'arms', label: 'Arms', times: 1, about: 'with the control' },
  { name: 'share', label: 'Taking part, in %', times: 100, about: 'of all' },
  {
    name: 'correlation',
    label: 'Correlation with before',
    times: 1,
    about: '0: nothing is taken out (CUPED)',
  },
]

const measured = (isShare: boolean, known: PowerDocument | undefined): readonly Field[] => {
  const unit = known?.unit ?? 'person'
  return [
    { name: 'baseline', label: isShare ? 'Baseline, in %' : 'Baseline', times: isShare ? 100 : 1 },
    { name: 'variance', label: `Variance of one ${unit}`, times: 1 },
    { name: 'unitsPerDay', label: `${unit === 'person' ? 'People' : `${unit}s`} a day`, times: 1 },
  ]
}

function measuredWords(known: PowerDocument | undefined): string {
  if (known === undefined) return 'What is measured'
  const { units, days } = known.measured
  if (units === 0) return 'Nothing was measured in the last 28 days: type it in'
  return `What is measured, of ${countWords(units, known.unit)} in ${formatMeasured(days)} days`
}

function Typed(props: {
  field: Field
  view: PowerView
  known: PowerDocument | undefined
  change: (part: PowerChange) => void
}) {
  const { field, view, known, change } = props
  const { name, label, times, about } = field
  const typed = view[name]
  const [value, setValue] = useState<number | string>(typed === undefined ? '' : scaled(typed * times))
  const tell = useOnceResting(
    (next: number | string) =>
      change({ [name]: typeof next === 'number' ? scaled(next / times) : undefined }),
    rest,
  )
  const usual = known?.assumed[name]
  return (
    <NumberInput
      size="sm"
      label={label}
      description={about}
      hideControls
      value={value}
      placeholder={typeof usual === 'number' ? formatMeasured(usual * times) : 'not known'}
      onChange={(next) => {
        setValue(next)
        tell(next)
      }}
    />
  )
}

/** Without the dust of multiplying by a hundred. */
const scaled = (value: number): number => Number(value.toPrecision(12))
