import type { valueReport } from 'holon/world'
import { type Domain, placed, ticksOf } from '../../experience/scale.ts'
import { useWidth } from '../../experience/use-width.ts'
import { formatTick } from '../../format/unit.ts'
import { boundsOf } from '../../goals/scale.ts'
import { domainOf } from '../chart/domain.ts'
import { linePath } from '../chart/paths.ts'

type Valued = ReturnType<typeof valueReport>['goals'][number]

const height = 170
const left = 46
const right = 12
const top = 18
const foot = 36

/** A goal over the quality of the model; the knee with its interval, and where today's model stands. */
export function ValueChart({ goal, today }: { goal: Valued; today: number | null }) {
  const [place, width] = useWidth<HTMLDivElement>(300)
  const { points, target, unit, knee, name } = goal
  const domain = domainOf({
    values: [...points.map(({ value }) => value), ...boundsOf(target)],
    intervals: points.map(({ interval }) => interval),
    share: unit === '%',
  })
  const x = (quality: number) => placed([0.5, 1], [left, width - right], Math.max(0.5, Math.min(1, quality)))
  const y = (value: number) => placed(domain, [height - foot, top], within(value, domain))
  const ends = { y1: top, y2: height - foot }
  return (
    <div className="value-chart" ref={place}>
      <svg width={width} height={height} role="img" aria-label={`${name} over the quality of the model`}>
        {knee !== undefined && (
          <rect
            className="value-knee-reach"
            x={x(knee.interval[0])}
            width={Math.max(1, x(knee.interval[1]) - x(knee.interval[0]))}
            y={top}
            height={height - foot - top}
          />
        )}
        <g className="value-grid">
          {ticksOf(domain, 3).map((tick) => (
            <g key={tick}>
              <line x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} />
              <text x={left - 6} y={y(tick) + 4} textAnchor="end">
                {formatTick(tick, unit)}
              </text>
            </g>
          ))}
          {[0.5, 0.6, 0.7, 0.8, 0.9, 1].map((quality) => (
            <text key={quality} x={x(quality)} y={height - foot + 15} textAnchor="middle">
              {quality}
            </text>
          ))}
          <text x={(left + width - right) / 2} y={height - 5} textAnchor="middle">
            quality of the model (area under the curve)
          </text>
        </g>
        <g className="line-zone">
          {boundsOf(target).map((bound) => (
            <line key={bound} x1={left} x2={width - right} y1={y(bound)} y2={y(bound)} />
          ))}
        </g>
        {today !== null && (
          <>
            <line className="value-today" x1={x(today)} x2={x(today)} {...ends} />
            <text
              className="value-today-name"
              x={x(today)}
              y={10}
              textAnchor={today > 0.9 ? 'end' : 'middle'}
            >
              today
            </text>
          </>
        )}
        {knee !== undefined && (
          <>
            <line className="value-knee" x1={x(knee.at)} x2={x(knee.at)} {...ends} />
            <text className="value-knee-name" x={x(knee.at)} y={height - foot - 5} textAnchor="middle">
              knee
            </text>
          </>
        )}
        <path
          className="value-line"
          d={linePath(points.map(({ quality, value }) => ({ x: x(quality), y: y(value) })))}
        />
        {points.map(({ quality, value, interval }) => (
          <g key={quality}>
            {interval !== null && (
              <line
                className="value-reach"
                x1={x(quality)}
                x2={x(quality)}
                y1={y(interval[0])}
                y2={y(interval[1])}
              />
            )}
            <circle className="value-point" cx={x(quality)} cy={y(value)} r={3} />
          </g>
        ))}
      </svg>
    </div>
  )
}

const within = (value: number, [least, most]: Domain): number => Math.min(most, Math.max(least, value))
