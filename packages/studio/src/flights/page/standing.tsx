import { Button } from '@mantine/core'
import type { FlightDocument } from 'holon'
import { useState } from 'react'
import { unitWords } from '../../format/flight-unit.ts'
import { formatShare } from '../../format/number.ts'
import { formatDay } from '../../format/time.ts'
import { FlightState } from '../state-mark.tsx'
import { EndDialog } from './end-dialog.tsx'
import { RampDialog } from './ramp-dialog.tsx'

type Asking = 'ramp' | 'stop' | 'keep'

/** How the flight stands, and what can be done about it. */
export function Standing({ flight }: { flight: FlightDocument }) {
  const [asking, ask] = useState<Asking>()
  const { state, decision, share, unit, layer, counts, steps, holdout } = flight
  const close = () => ask(undefined)
  return (
    <div className="flight-standing">
      <p className="flight-facts small">
        <FlightState flight={flight} />
        <span>
          {holdout === true ? 'every decision point' : decision}, by {unitWords[unit][0]}
        </span>
        {state === 'running' && <span>{formatShare(share)} take part</span>}
        {layer !== undefined && <span>layer {layer}</span>}
        {counts === 'exposed' && <span>counts who met it</span>}
        <span>since {formatDay(steps[0]?.at ?? 0)}</span>
      </p>
      {state !== 'stopped' && (
        <div className="flight-actions">
          {state === 'running' && holdout !== true && (
            <>
              <Button size="sm" onClick={() => ask('ramp')}>
                Ramp…
              </Button>
              <Button size="sm" onClick={() => ask('keep')}>
                Keep an arm…
              </Button>
            </>
          )}
          <Button size="sm" onClick={() => ask('stop')}>
            {state === 'kept' ? 'End what is kept…' : 'Stop…'}
          </Button>
        </div>
      )}
      {asking === 'ramp' && <RampDialog flight={flight} close={close} />}
      {(asking === 'stop' || asking === 'keep') && <EndDialog flight={flight} how={asking} close={close} />}
    </div>
  )
}
