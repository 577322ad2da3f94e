import { Button, Checkbox, Radio } from '@mantine/core'
import { type WayName, ways } from '../../domain/way.ts'
import { lastDay } from '../city/run.ts'
import type { City } from '../city/use-city.ts'
import './controls.css'

/** Lets days pass. */
export function Time({ city }: { readonly city: City }) {
  const { run, playing, setPlaying, change } = city
  const over = run.past.length >= lastDay
  return (
    <div className="time">
      <p className="time-day number">
        Day <strong>{run.past.length}</strong>
      </p>
      <Button onClick={() => setPlaying(!playing)} disabled={over}>
        {playing ? 'Pause' : 'Let days pass'}
      </Button>
      <Button
        variant="default"
        disabled={over}
        onClick={() => change({ do: 'live', days: 100 - (run.past.length % 100) })}
      >
        To day {Math.min(lastDay, 100 * (Math.floor(run.past.length / 100) + 1))}
      </Button>
      <Button
        variant="default"
        onClick={() => {
          setPlaying(false)
          change({ do: 'move', seed: run.seed + 1 })
        }}
      >
        Another city
      </Button>
    </div>
  )
}

/** How patrols are sent: as sold, and the remedies. */
export function Ways({ city: { run, change } }: { readonly city: City }) {
  return (
    <div className="ways">
      <Radio.Group
        label="Patrols are sent by"
        value={run.way}
        onChange={(way) => change({ do: 'take', way: way as WayName })}
      >
        <div className="ways-list">
          {Object.entries(ways).map(([name, { title, about }]) => (
            <Radio key={name} value={name} label={title} description={about} />
          ))}
        </div>
      </Radio.Group>
      <fieldset className="ways-if">
        <legend className="unseen">What else differs</legend>
        <Checkbox
          checked={run.heeds}
          onChange={(event) => change({ do: 'heed', heeds: event.currentTarget.checked })}
          label="The loop alarm stops the forecast"
          description="Then the rota sends every patrol."
        />
        <Checkbox
          checked={run.unequal}
          onChange={(event) => change({ do: 'differ', unequal: event.currentTarget.checked })}
          label="The Mill really has twice the crime"
          description="From now on. A remedy has to follow the truth, too."
        />
      </fieldset>
    </div>
  )
}
