import { useQuery } from '@tanstack/react-query'
import type { FlightDocument } from 'holon'
import { useState } from 'react'
import { SignFields, useSignature } from '../../form/sign-fields.tsx'
import { DialogForm } from '../../look/dialog-form.tsx'
import { useSystem } from '../../shell/system.ts'
import { scorecardQuery, useRamp } from '../queries.ts'
import { ShareInput } from '../share-input.tsx'
import { rampPreview } from './ramp-preview.ts'

/** Asks for another share, and says what it means. */
export function RampDialog({ flight, close }: { flight: FlightDocument; close: () => void }) {
  const { name: system } = useSystem()
  const [share, setShare] = useState(flight.share)
  const signing = useSignature()
  const ramp = useRamp(system, flight.name)
  const { data: card } = useQuery({ ...scorecardQuery(system, flight.name), staleTime: 60_000 })
  const units = card?.sampleRatio.arms.reduce((sum, one) => sum + one.n, 0)
  const { signature } = signing
  const ready = signature !== undefined && share > 0 && share !== flight.share
  return (
    <DialogForm
      title={`Ramp ${flight.name}`}
      does={share < flight.share ? 'Ramp it down' : 'Ramp it up'}
      sending={ramp}
      submit={ready ? () => ramp.mutate({ share, ...signature }, { onSuccess: close }) : undefined}
      close={close}
    >
      <ShareInput share={share} change={setShare} />
      <p role="status">{rampPreview(flight, units, share)}</p>
      <SignFields signing={signing} />
    </DialogForm>
  )
}
