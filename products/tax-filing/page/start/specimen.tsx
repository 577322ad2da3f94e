import { computeReturn } from '../../domain/compute.ts'
import { answersToReturn } from '../../domain/interview.ts'
import { samples } from '../../domain/samples.ts'
import { toTheCent } from '../look/amount.ts'
import './specimen.css'

const sample = samples.find(({ id }) => id === 'office-worker')
const explained: ReadonlySet<string> = new Set([
  'wages',
  'deduction',
  'taxable-income',
  'income-tax',
  'refund',
  'owed',
])

/** Some lines of a sample's result, computed like any other, as a picture of what is to be had. */
export function Specimen() {
  if (sample === undefined) return null
  const lines = computeReturn(answersToReturn(sample.answers)).lines.filter(({ id }) => explained.has(id))
  return (
    <figure className="specimen">
      <figcaption>{sample.title}, 2025</figcaption>
      <ul>
        {lines.map(({ id, label, amount, because }) => (
          <li key={id}>
            <span className="specimen-line">
              {label} <span className="sum">{toTheCent(amount)}</span>
            </span>
            <span className="specimen-why">{because}</span>
          </li>
        ))}
      </ul>
    </figure>
  )
}
