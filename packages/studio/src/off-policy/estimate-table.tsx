import type { OffPolicyDocument, PolicyEvaluation, PolicyValue } from 'holon'
import { type Domain, placed, ticksOf } from '../experience/scale.ts'
import { formatBare, formatTick } from '../format/unit.ts'
import { domainOf } from '../simulation/chart/domain.ts'
import { estimatorName } from './agreement.ts'
import { differenceIn, valueIn } from './value-words.ts'

/** What ran, and what each estimator says of the other policy, on one axis. */
export function EstimateTable(props: {
  document: OffPolicyDocument
  policy: PolicyEvaluation
  unit: string
}) {
  const { document, policy, unit } = props
  const all: readonly PolicyValue[] = [document.logged, ...policy.estimates]
  const domain = domainOf({
    values: all.map(({ value }) => value),
    intervals: all.map(({ interval }) => interval),
    share: unit === '%',
  })
  const axis = { domain, unit, logged: document.logged.value }
  return (
    <table className="off-policy-table" data-verdict={policy.verdict}>
      <caption className="hidden">What ran and what each estimator says, with intervals at 95%</caption>
      <thead>
        <tr>
          <th scope="col">Estimator</th>
          <th scope="col" className="off-policy-axis">
            <Ticks {...axis} />
          </th>
          <th scope="col">Value</th>
          <th scope="col">Less what ran</th>
        </tr>
      </thead>
      <tbody>
        <tr data-row="logged">
          <th scope="row">What ran</th>
          <td className="off-policy-axis">
            <Reach said={document.logged} {...axis} />
          </td>
          <td data-label="Value">{valueIn(document.logged, unit)}</td>
          <td />
        </tr>
        {policy.estimates.map((one, index) => (
          <tr key={one.estimator} data-row={index === 0 ? 'first' : 'other'}>
            <th scope="row">
              {estimatorName(one.estimator)}
              {index === 0 && <span className="quiet small"> read this one first</span>}
            </th>
            <td className="off-policy-axis">
              <Reach said={one} {...axis} />
            </td>
            <td data-label="Value">{valueIn(one, unit)}</td>
            <td data-label="Less what ran">{differenceIn(one.difference, unit)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface Axis {
  readonly domain: Domain
  readonly unit: string
  readonly logged: number | null
}

const at = (domain: Domain, value: number): string =>
  `${Math.min(100, Math.max(0, placed(domain, [0, 100], value))).toFixed(2)}%`

function Ticks({ domain, unit }: Axis) {
  return (
    <span className="off-policy-ticks">
      {ticksOf(domain, 4).map((tick) => (
        <span key={tick} style={{ left: at(domain, tick) }}>
          {formatTick(tick, unit)}
        </span>
      ))}
    </span>
  )
}

function Reach({ said: { value, interval }, domain, unit, logged }: Axis & { said: PolicyValue }) {
  return (
    <span className="off-policy-reach" aria-hidden="true">
      {logged !== null && <u style={{ left: at(domain, logged) }} />}
      {interval !== null && (
        <i style={{ left: at(domain, interval[0]), right: `calc(100% - ${at(domain, interval[1])})` }} />
      )}
      {value !== null && <b style={{ left: at(domain, value) }} title={formatBare(value, unit)} />}
    </span>
  )
}
