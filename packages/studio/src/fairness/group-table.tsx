import type { FairnessEstimate, FairnessGroup, FairnessGrouping, FairnessNumber } from 'holon'
import { formatMeasured, formatShare } from '../format/number.ts'

const columns: readonly { readonly number: FairnessNumber; readonly title: string }[] = [
  { number: 'benefit', title: 'Treated well' },
  { number: 'deserved', title: 'Deserving' },
  { number: 'recall', title: 'Of the deserving' },
  { number: 'falsePositive', title: 'Of the others' },
  { number: 'waits', title: 'Wait' },
]

/** Every group with its rates, drawn with their intervals; a group that is too small says so. */
export function GroupTable({ grouping, minimum }: { grouping: FairnessGrouping; minimum: number }) {
  const { by, untold } = grouping
  const groups = untold === undefined ? grouping.groups : [...grouping.groups, untold]
  const shown = columns.filter(({ number }) => groups.some(({ numbers }) => numbers[number] !== undefined))
  return (
    <table className="fairness-groups">
      <caption className="hidden">Groups by {by.join(' and ')}, with intervals at 95%</caption>
      <thead>
        <tr>
          <th scope="col">{by.join(' · ')}</th>
          <th scope="col">Number</th>
          {shown.map(({ number, title }) => (
            <th key={number} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.is.join()} data-small={group.tooSmall} data-untold={group === untold}>
            <th scope="row">{group.is.join(' · ')}</th>
            <td data-label="Number">{group.n.toLocaleString('en-US')}</td>
            {group.tooSmall ? (
              <td colSpan={Math.max(1, shown.length)} className="quiet">
                Too small: nothing is said of fewer than {minimum}.
              </td>
            ) : (
              shown.map(({ number, title }) => (
                <Cell
                  key={number}
                  title={title}
                  estimate={group.numbers[number]}
                  most={mostOf(groups, number)}
                />
              ))
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The right end of a column: 1 for shares, the highest bound for waits. Absent for shares. */
function mostOf(groups: readonly FairnessGroup[], number: FairnessNumber): number | undefined {
  if (number !== 'waits') return undefined
  return Math.max(...groups.map(({ numbers }) => numbers.waits?.interval?.[1] ?? numbers.waits?.value ?? 0))
}

function Cell(props: { title: string; estimate: FairnessEstimate | undefined; most: number | undefined }) {
  const { title, estimate, most } = props
  const format = most === undefined ? formatShare : formatMeasured
  if (estimate === undefined || estimate.value === null) {
    return (
      <td data-label={title} className="quiet">
        too few{estimate === undefined ? '' : `: ${estimate.n}`}
      </td>
    )
  }
  const { value, interval } = estimate
  const at = (one: number): string => `${(Math.min(1, Math.max(0, one / (most || 1))) * 100).toFixed(2)}%`
  return (
    <td data-label={title}>
      <span className="fairness-value">
        {format(value)}
        {interval !== null && (
          <span className="quiet small">
            {' '}
            {format(interval[0])} to {format(interval[1])}
          </span>
        )}
      </span>
      <span className="fairness-line" aria-hidden="true">
        {interval !== null && (
          <i style={{ left: at(interval[0]), right: `calc(100% - ${at(interval[1])})` }} />
        )}
        <b style={{ left: at(value) }} />
      </span>
    </td>
  )
}
