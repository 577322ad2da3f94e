import { placed } from '../../experience/scale.ts'
import { formatSigned } from '../../format/number.ts'
import { formatBare } from '../../format/unit.ts'

const width = 240
const height = 14

/** What one run has more or less than the other, with its interval around it, beside no difference. */
export function Difference(props: {
  goal: {
    readonly difference: number | null
    readonly interval: readonly [number, number] | null
    readonly unit: string
    readonly verdict: string
  }
  /** Whether it is of two runs, A and B, or against today. */
  of?: 'runs' | 'today'
}) {
  const { difference, interval, unit, verdict } = props.goal
  if (difference === null) return <p className="quiet small">No value in both runs.</p>
  const most = Math.max(...[difference, ...(interval ?? [])].map(Math.abs)) || 1
  const x = (value: number) => placed([-most, most], [4, width - 4], value)
  return (
    <div className="difference" data-verdict={verdict}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width="100%"
        height={height}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <line className="difference-zero" x1={x(0)} x2={x(0)} y1={0} y2={height} />
        {interval !== null && (
          <line
            className="difference-reach"
            x1={x(interval[0])}
            x2={x(interval[1])}
            y1={height / 2}
            y2={height / 2}
          />
        )}
        <rect className="difference-value" x={x(difference) - 3} y={2} width={6} height={height - 4} rx={1} />
      </svg>
      <p className="small">
        {props.of === 'today' ? '' : 'B − A: '}
        <b>{signed(difference, unit)}</b>
        {interval !== null && `, ${signed(interval[0], unit)} to ${signed(interval[1], unit)}`}
      </p>
    </div>
  )
}

function signed(value: number, unit: string): string {
  if (unit === '%') return `${formatSigned(Number((value * 100).toFixed(1)))} pp`
  return `${value > 0 ? '+' : ''}${formatBare(value, unit)}`
}
