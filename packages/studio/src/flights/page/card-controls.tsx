import { Button } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import type { FlightDocument } from 'holon'
import { callText } from '../../copy/call.ts'
import { CopyAs } from '../../copy/copy-as.tsx'
import { Choice } from '../../form/choice.tsx'
import { formatName } from '../../format/json.ts'
import { useSystem } from '../../shell/system.ts'
import { path, query } from '../../wire/request.ts'
import './card-controls.css'
import { type CardOptions, lengths, toggled } from './card-options.ts'

const route = getRouteApi('/systems/$system/flights/$flight')

/** How the scorecard is to be told; the choice is part of the address. */
export function CardControls({ flight, busy }: { flight: FlightDocument; busy: boolean }) {
  const { decisions } = useSystem()
  const options = route.useSearch()
  const navigate = route.useNavigate()
  const change = (search: CardOptions) => void navigate({ search, replace: true })
  const decision = decisions.find((one) => one.name === flight.decision)
  const fields = Object.entries(decision?.dataClasses ?? {}).flatMap(([field, kind]) =>
    kind === 'public' ? [field] : [],
  )
  return (
    <search className="card-controls" aria-label="How the scorecard is told" data-busy={busy}>
      <Choice
        label="Take out what people did before"
        none="nothing of before taken out"
        options={lengthsAs((length) => `${length} before taken out (CUPED)`)}
        value={options.before}
        change={(before) => change(withLength(options, 'before', before))}
      />
      <Choice
        label="Over time"
        none="not over time"
        options={lengthsAs((length) => `over time, each ${length}`)}
        value={options.since}
        change={(since) => change(withLength(options, 'since', since))}
      />
      {fields.length > 0 && (
        <fieldset className="card-slices">
          <legend className="hidden">Slices of the main goal</legend>
          <span className="small quiet" aria-hidden="true">
            Split by
          </span>
          {fields.map((field) => (
            <Button
              key={field}
              aria-pressed={options.slices?.includes(field) === true}
              variant={options.slices?.includes(field) === true ? 'filled' : 'default'}
              onClick={() => change(toggled(options, field))}
            >
              {formatName(field)}
            </Button>
          ))}
        </fieldset>
      )}
      <Copy flight={flight.name} options={options} />
    </search>
  )
}

function Copy({ flight, options }: { flight: string; options: CardOptions }) {
  const { name: system } = useSystem()
  const { slices, before, since: sinceMet } = options
  const address =
    path`/systems/${system}/flights/${flight}/scorecard` + query({ slices: slices?.join(), before, sinceMet })
  return (
    <CopyAs
      of="the scorecard"
      sql={address}
      typescript={callText(system, 'scorecard', flight, { slices, before, sinceMet })}
    />
  )
}

/** The lengths of time that can be chosen, each in words. */
const lengthsAs = (words: (length: string) => string) =>
  lengths.map((value) => ({ value, label: words(value) }))

function withLength(options: CardOptions, key: 'before' | 'since', value: string): CardOptions {
  const { [key]: _, ...rest } = options
  return value === '' ? rest : { ...rest, [key]: value }
}
