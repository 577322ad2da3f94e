import { NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { FlightUnit } from 'holon'
import { formatShare } from '../../format/number.ts'
import { Panel } from '../../look/panel.tsx'
import { useSystem } from '../../shell/system.ts'
import { flightsQuery } from '../queries.ts'
import { ShareInput } from '../share-input.tsx'
import { AudienceFields } from './audience-fields.tsx'
import { usualShare } from './draft.ts'
import { freeIn, layersIn } from './layers-in.ts'
import './people-fields.css'
import type { Drafting } from './use-drafting.ts'

/** Asks how many take part, who, what stays in its arm, and when a unit counts. */
export function PeopleFields({ drafting }: { drafting: Drafting }) {
  const { draft, change, errorAt } = drafting
  const { share = usualShare, unit = 'person', counts = 'decided', holdout } = draft
  return (
    <Panel title="Who takes part">
      <div className="flight-fields">
        <div className="wide flight-share">
          <ShareInput share={share} change={(share) => change({ share })} error={errorAt('share')} />
        </div>
        {holdout !== true && (
          <div className="wide">
            <AudienceFields drafting={drafting} />
          </div>
        )}
        <NativeSelect
          label="What stays in its arm"
          size="sm"
          value={unit}
          error={errorAt('unit')}
          description={unitHelp[unit]}
          data={[
            { value: 'person', label: 'a person' },
            { value: 'episode', label: 'an episode' },
            { value: 'decision', label: 'nothing: every decision anew' },
          ]}
          onChange={({ currentTarget: { value } }) =>
            change({ unit: value === 'episode' || value === 'decision' ? value : undefined })
          }
        />
        <NativeSelect
          label="Counts once"
          size="sm"
          value={counts}
          description="Whoever never came near the change does not dilute its effect."
          data={[
            { value: 'decided', label: 'the arms could differ' },
            { value: 'exposed', label: 'the arms could differ, and it was met' },
          ]}
          onChange={({ currentTarget: { value } }) =>
            change({ counts: value === 'exposed' ? value : undefined })
          }
        />
        {holdout !== true && <Layer drafting={drafting} />}
      </div>
    </Panel>
  )
}

const unitHelp: Readonly<Record<FlightUnit, string>> = {
  person: 'Everything a person does from then on counts as one.',
  episode: 'Each visit, call or session by itself.',
  decision: 'For what nobody remembers: goals of other decision points cannot be compared.',
}

function Layer({ drafting }: { drafting: Drafting }) {
  const { name } = useSystem()
  const { draft, change, errorAt } = drafting
  const { data: flights } = useQuery(flightsQuery(name))
  const known = layersIn(flights ?? [])
  const { layer } = draft
  return (
    <>
      <TextInput
        label="Layer"
        size="sm"
        list="flight-layers"
        maxLength={100}
        description={
          layer === undefined || flights === undefined
            ? 'Flights of one layer exclude each other; without one it crosses all others.'
            : `${formatShare(freeIn(flights, layer))} of it is free.`
        }
        value={layer ?? ''}
        error={errorAt('layer')}
        onChange={({ currentTarget }) => change({ layer: currentTarget.value || undefined })}
      />
      <datalist id="flight-layers">
        {known.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </>
  )
}
