import { NumberInput, SegmentedControl } from '@mantine/core'
import '@mantine/core/styles/NumberInput.css'
import type { ComponentDocument, Fault } from 'holon'
import { useState } from 'react'
import { Failure } from '../look/state.tsx'
import './fault-switch.css'
import { useSetFault } from './use-set-fault.ts'

const kinds = [
  { value: 'none', label: 'Works' },
  { value: 'dead', label: 'Dead' },
  { value: 'slow', label: 'Slow' },
  { value: 'nonsense', label: 'Nonsense' },
] as const

const effects = {
  none: 'It answers as it was trained to.',
  dead: 'It throws at every question.',
  slow: 'It answers late. Beyond its deadline, late is the same as never.',
  nonsense: 'It answers NaN, which is no number at all.',
}

/** Switches one model between working and ways of not working. */
export function FaultSwitch({ component }: { component: ComponentDocument }) {
  const { name, model } = component
  const fault: Fault = model?.fault ?? { kind: 'none' }
  const deadline = model?.deadline ?? 0
  const [ms, setMs] = useState(fault.kind === 'slow' ? fault.milliseconds : deadline * 4)
  const setFault = useSetFault()
  const put = (next: Fault) => setFault.mutate({ model: name, fault: next })
  const shown = setFault.isPending ? setFault.variables.fault : fault
  return (
    <div className="fault-switch">
      <SegmentedControl
        fullWidth
        size="sm"
        aria-label={`State of ${name}`}
        value={shown.kind}
        data={[...kinds]}
        onChange={(kind) => put(kind === 'slow' ? { kind, milliseconds: ms } : ({ kind } as Fault))}
      />
      <p aria-live="polite">{effects[shown.kind]}</p>
      {shown.kind === 'slow' && (
        <NumberInput
          size="sm"
          label="Slower by"
          description={`Its deadline is ${deadline} ms.`}
          value={ms}
          min={0}
          max={60_000}
          step={deadline || 50}
          suffix=" ms"
          allowDecimal={false}
          onChange={(next) => {
            if (typeof next !== 'number') return
            setMs(next)
            put({ kind: 'slow', milliseconds: next })
          }}
        />
      )}
      {setFault.isError && <Failure error={setFault.error} />}
    </div>
  )
}
