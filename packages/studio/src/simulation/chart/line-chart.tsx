import { memo, type PointerEvent, type ReactNode } from 'react'
import { type Domain, placed, ticksOf } from '../../experience/scale.ts'
import { useWidth } from '../../experience/use-width.ts'
import { useDay } from './day.tsx'
import './line-chart.css'
import type { Mark } from './marks.ts'
import { bandPath, linePath } from './paths.ts'
import { stepAt } from './steps.ts'

/** What a line is drawn through: a value for each stretch of days. */
export interface Point {
  readonly from: number
  readonly to: number
  readonly middle: number
  readonly value: number | null
  readonly interval?: readonly [number, number] | null
}

/** A line. `look` is how it is drawn: as measured, as only the world knows it, or of the second of two versions. */
export interface Line {
  readonly key: string
  readonly look: 'measured' | 'truth' | 'second' | 'second-truth' | 'figure'
  /** Tells apart lines of one look on one chart: from 1 to 8. */
  readonly shade?: number
  readonly points: readonly Point[]
}

interface LineChartProps {
  /** What it shows, for who does not see it. */
  readonly label: string
  readonly days: number
  readonly domain: Domain
  readonly lines: readonly Line[]
  /** The stretch of values where the target is reached. */
  readonly zone?: readonly [number | undefined, number | undefined]
  readonly marks?: readonly Mark[]
  readonly height?: number
  readonly format: (value: number) => string
}

const left = 46
const right = 10
const top = 8
const foot = 20

/** A few lines over the days of a world, with their intervals as bands. */
export function LineChart(props: LineChartProps) {
  const { days, domain, height = 128, label } = props
  const [place, width] = useWidth<HTMLDivElement>(300)
  const { point } = useDay()
  const x = (day: number) => placed([0, days], [left, width - right], day)
  const y = (value: number) => placed(domain, [height - foot, top], clamp(value, domain))
  const dayAt = ({ nativeEvent }: PointerEvent) =>
    clamp(placed([left, width - right], [0, days], nativeEvent.offsetX), [0, days])
  return (
    <div
      className="line-chart"
      ref={place}
      style={{ height }}
      onPointerMove={(event) => point(dayAt(event))}
      onPointerLeave={() => point(undefined)}
    >
      <svg width={width} height={height} role="img" aria-label={label}>
        <Drawing {...props} width={width} height={height} />
        <Pointed lines={props.lines} x={x} y={y} ends={[top, height - foot]} />
      </svg>
    </div>
  )
}

const Drawing = memo(function Drawing(props: LineChartProps & { width: number; height: number }) {
  const { days, domain, lines, zone, marks = [], format, width, height } = props
  const x = (day: number) => placed([0, days], [left, width - right], day)
  const y = (value: number) => placed(domain, [height - foot, top], clamp(value, domain))
  return (
    <>
      {zone !== undefined && <Zone zone={zone} domain={domain} y={y} ends={[left, width - right]} />}
      <g className="line-grid">
        {ticksOf(domain, 3).map((tick) => (
          <g key={tick}>
            <line x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} />
            <text x={left - 6} y={y(tick) + 4} textAnchor="end">
              {format(tick)}
            </text>
          </g>
        ))}
        {ticksOf([0, days], Math.max(2, width / 90)).map((tick) => (
          <text key={tick} x={x(tick)} y={height - 4} textAnchor={tick === 0 ? 'start' : 'middle'}>
            {tick === 0 ? 'day 0' : tick}
          </text>
        ))}
      </g>
      {marks
        .filter(({ day }) => day <= days)
        .map((mark) => (
          <line
            key={mark.key}
            className="line-mark"
            data-by={mark.by}
            data-over={mark.by === 'scenario' && mark.number === undefined}
            x1={x(mark.day)}
            x2={x(mark.day)}
            y1={top - 4}
            y2={height - foot}
          />
        ))}
      {lines.map(({ key, look, shade, points }) => (
        <g key={key} className="line-of" data-look={look} data-shade={shade}>
          <path
            className="line-band"
            d={bandPath(points.map(({ middle, interval }) => reachOf(x(middle), interval, y)))}
          />
          <path
            className="line-itself"
            d={linePath(
              points.map(({ middle, value }) => ({ x: x(middle), y: value === null ? null : y(value) })),
            )}
          />
        </g>
      ))}
    </>
  )
})

function reachOf(x: number, interval: Point['interval'], y: (value: number) => number) {
  const ends = interval ?? null
  return { x, ends: ends === null ? null : ([y(ends[0]), y(ends[1])] as const) }
}

function Zone(props: {
  zone: readonly [number | undefined, number | undefined]
  domain: Domain
  y: (value: number) => number
  ends: Domain
}): ReactNode {
  const { zone, domain, y, ends } = props
  const from = y(zone[0] ?? domain[0])
  const to = y(zone[1] ?? domain[1])
  return (
    <g className="line-zone">
      <rect x={ends[0]} width={Math.max(0, ends[1] - ends[0])} y={to} height={Math.max(0, from - to)} />
      {zone.map((bound) =>
        bound === undefined ? null : (
          <line key={bound} x1={ends[0]} x2={ends[1]} y1={y(bound)} y2={y(bound)} />
        ),
      )}
    </g>
  )
}

/** The day pointed at, on every line. */
function Pointed(props: {
  lines: readonly Line[]
  x: (day: number) => number
  y: (value: number) => number
  ends: Domain
}) {
  const { lines, x, y, ends } = props
  const { day } = useDay()
  if (day === undefined) return null
  return (
    <g className="line-pointed">
      <line x1={x(day)} x2={x(day)} y1={ends[0]} y2={ends[1]} />
      {lines.map(({ key, look, shade, points }) => {
        const at = stepAt(points, day)
        if (at === undefined || at.value === null) return null
        return (
          <circle key={key} data-look={look} data-shade={shade} cx={x(at.middle)} cy={y(at.value)} r={3.5} />
        )
      })}
    </g>
  )
}

const clamp = (value: number, [least, most]: Domain): number => Math.min(most, Math.max(least, value))
