import { filingStatusLabels } from '../../domain/filing-status.ts'
import type { Result } from '../../domain/result.ts'
import type { TaxReturn } from '../../domain/return.ts'
import { toTheCent } from '../look/amount.ts'
import './paper-summary.css'

/** The return as it is printed: every line with its form and its reason. Nothing of it shows on a screen. */
export function PaperSummary({ taxReturn, result }: { taxReturn: TaxReturn; result: Result }) {
  return (
    <article className="paper">
      <h1>Federal income tax {taxReturn.year}</h1>
      <p>
        {filingStatusLabels[taxReturn.status]}. Summary of{' '}
        {new Date().toLocaleDateString('en-US', { dateStyle: 'long' })}. Not transmitted to the IRS.
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Form</th>
            <th scope="col">Amount</th>
          </tr>
        </thead>
        <tbody>
          {result.lines.map(({ id, label, because, form, amount }) => (
            <tr key={id}>
              <td>
                <strong>{label}</strong>
                <br />
                {because}
              </td>
              <td>{form}</td>
              <td className="sum">{toTheCent(amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  )
}
