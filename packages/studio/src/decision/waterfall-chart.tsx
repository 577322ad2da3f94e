import type { Explanation } from 'holon'
import { formatNumber, formatPoints, formatShare, formatSigned } from '../format/number.ts'
import './waterfall-chart.css'
import { waterfallOf } from './waterfall.ts'

/** How the facts of a case led from the prediction for a typical case to this one. `share`: it is a probability. */
export function WaterfallChart({ explanation, share }: { explanation: Explanation; share: boolean }) {
  const { steps, low, high } = waterfallOf(explanation)
  const place = (value: number) => (high === low ? 0 : ((value - low) / (high - low)) * 100)
  const total = share ? formatShare : formatNumber
  const change = share ? formatPoints : formatSigned
  return (
    <table className="waterfall">
      <caption className="hidden">Facts that moved the prediction, largest first</caption>
      <tbody>
        <tr data-kind="total">
          <th scope="row">Typical case</th>
          <td className="waterfall-track" aria-hidden="true">
            <i className="waterfall-mark" style={{ left: `${place(explanation.base)}%` }} />
          </td>
          <td>{total(explanation.base)}</td>
        </tr>
        {steps.map((step) => (
          <tr key={step.fact}>
            <th scope="row">
              {step.fact}
              {step.value !== '' && <FactValue value={step.value} reference={step.reference} />}
            </th>
            <td className="waterfall-track" aria-hidden="true">
              <i
                className="waterfall-step"
                data-lowers={step.by < 0}
                style={{
                  left: `${place(Math.min(step.from, step.to))}%`,
                  right: `${100 - place(Math.max(step.from, step.to))}%`,
                }}
              />
            </td>
            <td>{change(step.by)}</td>
          </tr>
        ))}
        <tr data-kind="total">
          <th scope="row">This case</th>
          <td className="waterfall-track" aria-hidden="true">
            <i className="waterfall-mark" style={{ left: `${place(explanation.value)}%` }} />
          </td>
          <td>{total(explanation.value)}</td>
        </tr>
      </tbody>
    </table>
  )
}

function FactValue({ value, reference }: { value: string; reference: string }) {
  return (
    <span className="waterfall-value">
      {value}
      {reference !== '' && reference !== value && <span className="quiet"> not {reference}</span>}
    </span>
  )
}
