import { useMediaQuery } from '@mantine/hooks'
import { useMemo } from 'react'
import { neighbourhoods } from '../../domain/neighbourhoods.ts'
import { highest } from '../../domain/study.ts'
import { ways } from '../../domain/way.ts'
import { type Run, sharesUntil } from '../city/run.ts'
import { percent } from '../look/percent.ts'
import './chart.css'

const wide = { width: 1040, height: 300, left: 48, right: 84, top: 10, bottom: 26 }
/** For phones: drawn narrower, so that its words stay as large as others. */
const narrow = { ...wide, width: 340, height: 230, left: 42, right: 66 }

/** How the shares of the patrols went, day by day, and when they were sent in another way. */
export function Chart({ run }: { readonly run: Run }) {
  const size = useMediaQuery('(width < 40rem)', false, { getInitialValueInEffect: false }) ? narrow : wide
  const days = Math.max(300, run.past.length)
  const x = (day: number): number => size.left + ((size.width - size.left - size.right) * day) / days
  const lines = useMemo(() => linesOf(run), [run])
  const top = Math.max(0.4, ...lines.flat())
  const y = (share: number): number =>
    size.height - size.bottom - ((size.height - size.top - size.bottom) * share) / top
  const last = lines.map((line) => line.at(-1) ?? 0)
  const most = last.indexOf(Math.max(...last))
  const { alarmDay } = run.days.department
  return (
    <figure className="chart">
      <figcaption>
        <h2>Share of the patrols, by neighbourhood</h2>
        <p className="quiet">The last 30 days each. Dashed: even.</p>
      </figcaption>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={inWords(run)}>
        {ticks(top).map((share) => (
          <g key={share}>
            <line
              className="chart-grid"
              x1={size.left}
              x2={size.width - size.right}
              y1={y(share)}
              y2={y(share)}
            />
            <text className="chart-tick" x={size.left - 6} y={y(share) + 4} textAnchor="end">
              {percent(share)}
            </text>
          </g>
        ))}
        {[0, 100, 200, 300, 400, 500, 600]
          .filter((day) => day <= days)
          .map((day) => (
            <text key={day} className="chart-tick" x={x(day)} y={size.height - 8} textAnchor="middle">
              {day === 0 ? 'day 0' : day}
            </text>
          ))}
        <line
          className="chart-even"
          x1={size.left}
          x2={size.width - size.right}
          y1={y(1 / neighbourhoods.length)}
          y2={y(1 / neighbourhoods.length)}
        />
        {switches(run).map((day) => (
          <line key={day} className="chart-switch" x1={x(day)} x2={x(day)} y1={size.top} y2={y(0)} />
        ))}
        {lines.map((line, place) => (
          <polyline
            key={neighbourhoods[place]}
            className="chart-line"
            data-most={place === most}
            points={line.map((share, day) => `${x(day + 1).toFixed(1)},${y(share).toFixed(1)}`).join(' ')}
          />
        ))}
        {run.past.length > 0 && (
          <text className="chart-most" x={x(run.past.length) + 6} y={y(last[most] ?? 0) + 5}>
            {neighbourhoods[most]}
          </text>
        )}
        {alarmDay !== undefined && (
          <g>
            <line className="chart-alarm" x1={x(alarmDay)} x2={x(alarmDay)} y1={size.top} y2={y(0)} />
            <text className="chart-alarm-name" x={x(alarmDay) + 5} y={size.top + 11}>
              alarm
            </text>
          </g>
        )}
      </svg>
    </figure>
  )
}

/** Shares of each neighbourhood, day by day. */
function linesOf(run: Run): readonly (readonly number[])[] {
  const shares = run.past.map((_, day) => sharesUntil(run, day + 1))
  // A few days of patrols say little of a share, and too much on a chart.
  const shown = shares.map((share, day) =>
    day < 6 ? (shares[Math.min(6, shares.length - 1)] ?? share) : share,
  )
  return neighbourhoods.map((one) => shown.map((share) => share[one]))
}

const ticks = (top: number): readonly number[] =>
  (top > 0.6 ? [0, 0.25, 0.5, 0.75, 1] : [0, 0.1, 0.2, 0.3, 0.4, 0.5]).filter((share) => share <= top)

/** Days on which patrols began to be sent in another way. */
const switches = ({ past }: Run): readonly number[] =>
  past.flatMap(({ way }, day) => (day > 0 && past[day - 1]?.way !== way ? [day] : []))

function inWords(run: Run): string {
  if (run.past.length === 0) return 'Chart of the shares of the patrols. No day has passed yet.'
  const most = highest(sharesUntil(run, run.past.length))
  return `Chart of the shares of the patrols until day ${run.past.length}, by ${ways[run.way].title.toLowerCase()}. The most patrolled neighbourhood has ${percent(most)}, an even share is 14 %.`
}
