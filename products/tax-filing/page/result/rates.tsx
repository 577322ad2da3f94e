import type { Result } from '../../domain/result.ts'
import { percent } from '../look/amount.ts'
import './rates.css'

/** What share of the income goes to federal tax, and what the next dollar would bear. */
export function Rates({ result }: { result: Result }) {
  const { totalTax, income, marginalPercent } = result
  const effective = income.total > 0 ? totalTax / income.total : 0
  return (
    <dl className="rates">
      <div>
        <dt>Effective rate</dt>
        <dd className="sum">{percent(effective)}</dd>
        <dd className="rates-words">of your income goes to federal tax</dd>
      </div>
      <div>
        <dt>Marginal rate</dt>
        <dd className="sum">{marginalPercent}%</dd>
        <dd className="rates-words">income tax on the next dollar you earn</dd>
      </div>
    </dl>
  )
}
