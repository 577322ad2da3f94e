import { toTheDollar } from './amount.ts'
import './ledger.css'

/** One row of a ledger. Dollars. */
export interface Entry {
  readonly label: string
  readonly amount: number
  /** A sum of the rows above it. */
  readonly total?: boolean
}

/** A few amounts and what they come to, the last one under a double rule. */
export function Ledger({ entries }: { entries: readonly Entry[] }) {
  return (
    <dl className="ledger">
      {entries.map(({ label, amount, total }) => (
        <div key={label} className={total === true ? 'ledger-total' : undefined}>
          <dt>{label}</dt>
          <dd className="sum">{toTheDollar(amount)}</dd>
        </div>
      ))}
    </dl>
  )
}
