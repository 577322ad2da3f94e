import type { MeterReading } from '../../meter.ts'
import { factOf } from './facts.ts'
import { type Fall, waterfallOf } from './waterfall.ts'
import './drivers.css'

/** Which facts moved the estimate, each by how many percentage points, from a typical return to this one. */
export function Drivers({ reading, base }: { reading: MeterReading; base: number | undefined }) {
  const { base: start, falls, percent, top } = waterfallOf(reading, base)
  if (falls.length === 0) return null
  const scale = 100 / Math.max(top, 1)
  return (
    <section className="drivers" aria-label="What moved the estimate">
      <h3>What moved it</h3>
      <p className="small">Percentage points, step by step from a typical return to yours.</p>
      <ol>
        <Row label="A typical return" from={0} to={start} scale={scale} shown={points(start)} kind="level" />
        {falls.map((fall) => (
          <Row
            key={fall.label}
            {...inWords(fall)}
            from={fall.from}
            to={fall.to}
            scale={scale}
            shown={signed(fall)}
            kind={fall.by > 0 ? 'up' : 'down'}
          />
        ))}
        <Row label="Your return" from={0} to={percent} scale={scale} shown={points(percent)} kind="level" />
      </ol>
    </section>
  )
}

interface RowProps {
  readonly label: string
  readonly value?: string
  readonly from: number
  readonly to: number
  readonly scale: number
  readonly shown: string
  readonly kind: 'level' | 'up' | 'down'
}

function Row({ label, value = '', from, to, scale, shown, kind }: RowProps) {
  const left = Math.max(0, Math.min(from, to) * scale)
  const right = Math.min(100, Math.max(from, to) * scale)
  return (
    <li className="driver" data-kind={kind}>
      <span className="driver-label">
        {label}
        {value !== '' && <span className="driver-value"> {value}</span>}
      </span>
      <span className="driver-by sum">{shown}</span>
      <span className="driver-track" aria-hidden="true">
        <span className="driver-bar" style={{ left: `${left}%`, width: `${Math.max(right - left, 0.6)}%` }} />
      </span>
    </li>
  )
}

function inWords({ label, value = '' }: Fall): Pick<RowProps, 'label' | 'value'> {
  const fact = factOf(label)
  return fact === undefined ? { label, value } : { label: fact.label, value: fact.words(value) }
}

function signed({ by }: Fall): string {
  return `${by > 0 ? '+' : '\u2212'}${points(Math.abs(by))}`
}

function points(amount: number): string {
  return (Math.round(amount * 10) / 10).toFixed(1)
}
