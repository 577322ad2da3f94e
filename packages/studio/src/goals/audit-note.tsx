import type { AuditedValue } from 'holon'
import { formatBare, formatInUnit } from '../format/unit.ts'
import './audit-note.css'

/** How a number about everybody came about, and that of those who spoke up beside it: which is which, in words. */
export function AuditNote({ audit, unit }: { audit: AuditedValue; unit: string }) {
  const { whole, naive, asked, answered, worst } = audit
  const span = ([low, high]: readonly [number, number]) =>
    `${formatBare(low, unit)} to ${formatInUnit(high, unit)}`
  return (
    <dl className="goal-audit small">
      <div>
        <dt>Everybody</dt>
        <dd>
          {whole.kind === 'estimate'
            ? `${formatInUnit(whole.value, unit)}, corrected: ${answered} of ${asked} who were asked at random answered, and stand for the silent`
            : `only bounds, ${span([whole.lowest, whole.highest])}. ${whole.because}`}
        </dd>
      </div>
      <div>
        <dt>Those who spoke up</dt>
        <dd>
          {naive.value === null
            ? 'nobody unasked'
            : `${formatInUnit(naive.value, unit)} of ${naive.n.toLocaleString('en-US')}, not corrected: what would be measured without asking anybody`}
        </dd>
      </div>
      {whole.kind === 'estimate' && (
        <div>
          <dt>At worst</dt>
          <dd>{span(worst)}, if those who did not answer when asked would say anything</dd>
        </div>
      )}
    </dl>
  )
}
