import type { Stretch } from 'holon'
import { formatTime } from '../format/time.ts'
import './time-bars.css'
import { useWidth } from './use-width.ts'

/** How many in each stretch of time, as bars; `most` is the height of the chart, for charts that are compared. */
export function TimeBars(props: { times: readonly Stretch[]; most: number; label: string; height?: number }) {
  const { times, label } = props
  // Where nothing happened a line is enough.
  const height = times.every(({ n }) => n === 0) ? 4 : (props.height ?? 44)
  const [place, width] = useWidth<HTMLDivElement>(360)
  const most = Math.max(1, props.most)
  const wide = width / Math.max(1, times.length)
  return (
    <div className="time-bars" ref={place}>
      <svg width={width} height={height} role="img" aria-label={label}>
        <line className="time-base" x1={0} x2={width} y1={height - 1} y2={height - 1} />
        {times.map(({ from, n, of }, index) => (
          <g key={from}>
            {of > 0 && (
              <rect
                className="time-of"
                x={index * wide}
                y={height - 2}
                width={Math.max(1, wide - 1)}
                height={2}
              />
            )}
            {n > 0 && (
              <rect
                className="time-n"
                x={index * wide}
                y={height - Math.max(3, (n / most) * (height - 2))}
                width={Math.max(1, wide - 1)}
                height={Math.max(3, (n / most) * (height - 2))}
              >
                <title>{`${formatTime(from)}: ${n} of ${of}`}</title>
              </rect>
            )}
          </g>
        ))}
      </svg>
    </div>
  )
}
