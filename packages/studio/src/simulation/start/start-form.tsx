import { Button, NativeSelect, NumberInput } from '@mantine/core'
import '@mantine/core/styles/NumberInput.css'
import { useNavigate } from '@tanstack/react-router'
import type { SimulationSummary, WorldDocument } from 'holon'
import { useMemo, useState } from 'react'
import { ObjectFields } from '../../form/shape-input.tsx'
import { formatNumber } from '../../format/number.ts'
import { Failure } from '../../look/state.tsx'
import { useStart } from '../queries.ts'
import { type Asked, askedLike, fieldsOf, requestOf } from './asked.ts'
import { ScenarioList } from './scenario-list.tsx'
import './start-form.css'

/** Asks what is to be simulated, and starts it. */
export function StartForm(props: { world: WorldDocument; like: SimulationSummary['request'] | undefined }) {
  const { world, like } = props
  const [asked, ask] = useState(() => askedLike(like))
  const start = useStart(world.system)
  const navigate = useNavigate()
  const fields = useMemo(() => fieldsOf(world), [world])
  const change = (part: Partial<Asked>) => ask({ ...asked, ...part })
  return (
    <form
      className="start-form"
      onSubmit={(event) => {
        event.preventDefault()
        start.mutate(requestOf(asked), {
          onSuccess: ({ system, id }) =>
            void navigate({ to: '/systems/$system/simulation/$run', params: { system, run: id } }),
        })
      }}
    >
      <div className="start-size">
        <Size
          label="People"
          usual={world.people}
          value={asked.people}
          change={(people) => change({ people })}
        />
        <Size label="Days" usual={world.days} value={asked.days} change={(days) => change({ days })} />
        <Size label="Seed" least={0} usual={1} value={asked.seed} change={(seed) => change({ seed })} />
      </div>
      <Versions world={world} asked={asked} change={change} />
      <ScenarioList
        scenarios={world.scenarios}
        chosen={asked.scenarios}
        choose={(scenarios) => change({ scenarios })}
      />
      {fields.length > 0 && (
        <details className="start-more" open={Object.keys(asked.settings).length > 0}>
          <summary>Settings of the world</summary>
          <ObjectFields fields={fields} value={asked.settings} change={(settings) => change({ settings })} />
        </details>
      )}
      {start.isError && <Failure error={start.error} />}
      <Button type="submit" size="sm" variant="filled" loading={start.isPending}>
        {asked.against === undefined ? 'Run it' : 'Run both'}
      </Button>
    </form>
  )
}

function Size(props: {
  label: string
  usual: number
  least?: number
  value: number | undefined
  change: (value: number | undefined) => void
}) {
  return (
    <NumberInput
      size="sm"
      label={props.label}
      placeholder={formatNumber(props.usual)}
      value={props.value ?? ''}
      min={props.least ?? 1}
      allowDecimal={false}
      thousandSeparator=","
      hideControls
      onChange={(next) => props.change(typeof next === 'number' ? next : undefined)}
    />
  )
}

function Versions(props: { world: WorldDocument; asked: Asked; change: (part: Partial<Asked>) => void }) {
  const { world, asked, change } = props
  const { versions } = world
  const about = (name: string | undefined) => versions.find((one) => one.name === name)?.about
  if (versions.length < 2) return null
  return (
    <div className="start-versions">
      <NativeSelect
        size="sm"
        label="Version"
        description={about(asked.version)}
        value={asked.version}
        data={versions.map(({ name }) => name)}
        onChange={({ currentTarget: { value } }) =>
          change({ version: value, ...(value === asked.against && { against: undefined }) })
        }
      />
      <NativeSelect
        size="sm"
        label="Compared with"
        description={about(asked.against) ?? 'The same people with the same luck, under another version.'}
        value={asked.against ?? ''}
        data={[
          { value: '', label: 'nothing' },
          ...versions.map(({ name }) => name).filter((name) => name !== asked.version),
        ]}
        onChange={({ currentTarget: { value } }) => change({ against: value === '' ? undefined : value })}
      />
    </div>
  )
}
