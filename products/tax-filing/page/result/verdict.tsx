import { filingStatusLabels } from '../../domain/filing-status.ts'
import type { Result } from '../../domain/result.ts'
import type { TaxReturn } from '../../domain/return.ts'
import { toTheCent } from '../look/amount.ts'
import { endingOf } from '../look/settlement.ts'
import { PageTitle } from '../shell/page-title.tsx'
import { Rates } from './rates.tsx'
import './verdict.css'

/** What it comes to, in one number. */
export function Verdict({ taxReturn, result }: { taxReturn: TaxReturn; result: Result }) {
  const { kind, label, amount } = endingOf(result.settlement)
  const paid = toTheCent(result.settlement.payments)
  return (
    <header className="verdict" data-kind={kind}>
      <div>
        <p className="verdict-what">
          Tax year {taxReturn.year}, {filingStatusLabels[taxReturn.status].toLowerCase()}
        </p>
        <PageTitle name="Result">
          <span className="verdict-label">{label} </span>
          <span className="verdict-amount sum">{toTheCent(amount)}</span>
        </PageTitle>
        <p className="verdict-why">
          Your tax for the year is {toTheCent(result.totalTax)}, and you already paid {paid}.
        </p>
      </div>
      <Rates result={result} />
    </header>
  )
}
