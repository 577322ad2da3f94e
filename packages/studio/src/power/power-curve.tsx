import type { PowerDocument, PowerPlan } from 'holon'
import { formatSize } from '../format/unit.ts'
import { Empty } from '../look/state.tsx'
import { domainOf } from '../simulation/chart/domain.ts'
import { type Line, LineChart } from '../simulation/chart/line-chart.tsx'
import { shadeOf } from './shade-of.ts'
import { planWords } from './words.ts'

/** The smallest effect that each way of looking finds, over the days. Below the line stands what is worth finding. */
export function PowerCurve({ document }: { document: PowerDocument }) {
  const { plans, assumed, valueUnit } = document
  const lines = plans.map(lineOf)
  const values = lines.flatMap(({ points }) => points.map(({ value }) => value))
  const known = values.filter((value) => value !== null)
  if (known.length === 0)
    return (
      <Empty title="There is no curve yet.">
        It takes the baseline, the variance and how many come a day.
      </Empty>
    )
  const wanted = assumed.effect === null ? undefined : Math.abs(assumed.effect)
  const days = plans[0]?.curve.at(-1)?.days ?? 1
  // The first days find next to nothing: they would flatten all that follows.
  const shown = known.toSorted((a, b) => a - b)
  const most = Math.max(wanted === undefined ? 0 : 2.5 * wanted, shown[Math.floor(shown.length * 0.85)] ?? 0)
  const domain = domainOf({ values: [0, most, ...(wanted === undefined ? [] : [wanted])] })
  return (
    <>
      <LineChart
        label={labelOf(document)}
        days={days}
        domain={domain}
        lines={lines.map((line) => ({ ...line, points: line.points.map((one) => within(one, domain[1])) }))}
        height={260}
        format={(value) => formatSize(value, valueUnit)}
        {...(wanted !== undefined && { zone: [undefined, wanted] as const })}
      />
      <ul className="power-key">
        {plans.map((plan) => (
          <li key={planWords(plan)}>
            <i className="power-swatch" data-shade={shadeOf(plan)} aria-hidden="true" />
            {planWords(plan)}
          </li>
        ))}
        {wanted !== undefined && (
          <li>
            <i className="power-zone" aria-hidden="true" />
            Worth finding: {formatSize(wanted, valueUnit)} and less is found too
          </li>
        )}
      </ul>
      <Numbers document={document} />
    </>
  )
}

function lineOf(plan: PowerPlan): Line {
  const { test, adjusted, curve } = plan
  return {
    key: `${test} ${adjusted}`,
    look: 'measured',
    shade: shadeOf(plan),
    points: curve.map(({ days, effect }) => ({
      ...{ from: days, to: days, middle: days },
      value: effect === null ? null : Math.abs(effect),
    })),
  }
}

/** What stands above the drawing is left out of it. */
const within = <P extends Line['points'][number]>(point: P, most: number): P =>
  point.value !== null && point.value > most ? { ...point, value: null } : point

const labelOf = ({ plans, valueUnit }: PowerDocument): string =>
  plans
    .map((plan) => {
      const end = plan.curve.at(-1)
      return end === undefined || end.effect === null
        ? planWords(plan)
        : `${planWords(plan)}: ${formatSize(end.effect, valueUnit)} after ${end.days} days`
    })
    .join('; ')

/** The same as numbers. */
function Numbers({ document: { plans, valueUnit } }: { document: PowerDocument }) {
  const days = (plans[0]?.curve ?? []).map((one) => one.days)
  const rows = days.filter(
    (_, index) => index === days.length - 1 || index % Math.ceil(days.length / 12) === 0,
  )
  return (
    <details className="power-numbers">
      <summary>As numbers</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Days</th>
            {plans.map((plan) => (
              <th key={planWords(plan)} scope="col">
                {planWords(plan)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((day) => (
            <tr key={day}>
              <th scope="row">{day}</th>
              {plans.map((plan) => {
                const effect = plan.curve.find((one) => one.days === day)?.effect ?? null
                return (
                  <td key={planWords(plan)}>{effect === null ? 'none' : formatSize(effect, valueUnit)}</td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
