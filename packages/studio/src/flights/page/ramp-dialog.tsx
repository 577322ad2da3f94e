import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { FlightDocument } from 'holon'
import { useId, useState } from 'react'
import { Dialog } from '../../look/dialog.tsx'
import { Failure } from '../../look/state.tsx'
import { useSystem } from '../../shell/system.ts'
import { scorecardQuery, useRamp } from '../queries.ts'
import { ShareInput } from '../share-input.tsx'
import { rampPreview } from './ramp-preview.ts'
import { SignFields, useSignature } from './sign-fields.tsx'

/** Asks for another share, and says what it means. */
export function RampDialog({ flight, close }: { flight: FlightDocument; close: () => void }) {
  const { name: system } = useSystem()
  const [share, setShare] = useState(flight.share)
  const signing = useSignature()
  const ramp = useRamp(system, flight.name)
  const title = useId()
  const { data: card } = useQuery({ ...scorecardQuery(system, flight.name), staleTime: 60_000 })
  const units = card?.sampleRatio.arms.reduce((sum, one) => sum + one.n, 0)
  const { signature } = signing
  const ready = signature !== undefined && share > 0 && share !== flight.share
  return (
    <Dialog labelledBy={title} close={close}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) ramp.mutate({ share, ...signature }, { onSuccess: close })
        }}
      >
        <h2 id={title}>Ramp {flight.name}</h2>
        <ShareInput share={share} change={setShare} />
        <p role="status">{rampPreview(flight, units, share)}</p>
        <SignFields signing={signing} />
        {ramp.isError && <Failure error={ramp.error} />}
        <div className="dialog-buttons">
          <Button size="sm" variant="subtle" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" size="sm" variant="filled" disabled={!ready} loading={ramp.isPending}>
            {share < flight.share ? 'Ramp it down' : 'Ramp it up'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
