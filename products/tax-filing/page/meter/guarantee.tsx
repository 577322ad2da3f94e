import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { MeterReading } from '../../meter.ts'
import { guaranteePrice } from '../../meter.ts'
import { keep } from '../feedback/say.ts'

/** The offer of audit support that goes with the reading. */
export function Guarantee(props: { guarantee: MeterReading['guarantee']; decision: string; taken: boolean }) {
  const { guarantee, decision, taken } = props
  return (
    <section className="meter-part" aria-label="Audit support">
      <h3>Audit support</h3>
      {guarantee === 'included' && (
        <p>
          Included with this return, at no extra price: help with every letter, should the IRS write to you.
        </p>
      )}
      {guarantee === 'offered' && (
        <>
          <p>
            Help with every letter, should the IRS write to you, for ${guaranteePrice}. You can file without
            it.
          </p>
          <Button
            variant={taken ? 'filled' : 'default'}
            aria-pressed={taken}
            leftSection={taken && <IconCheck size={18} aria-hidden />}
            onClick={() => keep(decision, { guarantee: !taken })}
          >
            {taken ? `Added for $${guaranteePrice}` : `Add for $${guaranteePrice}`}
          </Button>
        </>
      )}
      {guarantee === 'none' ? (
        <p>Not offered for this return. That changes nothing about filing it.</p>
      ) : (
        <p className="small">A demonstration: no payment is taken and no contract is made.</p>
      )}
    </section>
  )
}
