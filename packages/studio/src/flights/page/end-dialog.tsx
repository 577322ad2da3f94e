import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { FlightDocument } from 'holon'
import { useState } from 'react'
import { SignFields, useSignature } from '../../form/sign-fields.tsx'
import { unitWords } from '../../format/flight-unit.ts'
import { DialogForm } from '../../look/dialog-form.tsx'
import { useSystem } from '../../shell/system.ts'
import { scorecardQuery, useStop } from '../queries.ts'
import { SayMark } from '../say-mark.tsx'
import { changeWords } from '../words.ts'

/** Asks to end a flight, or to keep one of its arms, and says what happens then. */
export function EndDialog(props: { flight: FlightDocument; how: 'stop' | 'keep'; close: () => void }) {
  const { flight, how, close } = props
  const { name: system } = useSystem()
  const [chosen, choose] = useState<string>()
  const { data: card } = useQuery({ ...scorecardQuery(system, flight.name), staleTime: 60_000 })
  const keep = chosen ?? card?.verdict.arm ?? flight.arms[1]?.name ?? ''
  const signing = useSignature()
  const stop = useStop(system, flight.name)
  const { signature } = signing
  const isKeep = how === 'keep'
  return (
    <DialogForm
      title={isKeep ? `Keep an arm of ${flight.name}` : `Stop ${flight.name}`}
      does={isKeep ? `Give everybody ${keep}` : 'Stop it'}
      sending={stop}
      submit={
        signature && (() => stop.mutate({ ...signature, ...(isKeep && { keep }) }, { onSuccess: close }))
      }
      close={close}
    >
      {isKeep && (
        <NativeSelect
          label="Arm"
          size="sm"
          value={keep}
          data={flight.arms.map((arm) => ({ value: arm.name, label: `${arm.name}: ${changeWords(arm)}` }))}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        />
      )}
      <p>{endWords(flight, isKeep ? keep : undefined)}</p>
      {card !== undefined && (
        <p className="small">
          The scorecard says: <SayMark verdict={card.verdict} />
        </p>
      )}
      <SignFields signing={signing} />
    </DialogForm>
  )
}

/** What happens with the next decision. */
function endWords({ state, unit, holdout, kept }: FlightDocument, keep: string | undefined): string {
  const [, several] = unitWords[unit]
  if (keep !== undefined) {
    return `From the next decision on everybody gets “${keep}”, and nobody is compared any more. To end that, declare it and stop the flight.`
  }
  if (holdout === true)
    return `From the next decision on these ${several} meet the changes that all others meet.`
  if (state === 'kept')
    return `From the next decision on nobody gets “${kept}” any more: everybody gets what is declared.`
  return 'From the next decision on everybody gets what is declared again. The scorecard stays; the flight cannot be started again.'
}
