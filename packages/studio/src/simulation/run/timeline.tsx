import { useQuery } from '@tanstack/react-query'
import type { SimulationDocument } from 'holon'
import { placed, ticksOf } from '../../experience/scale.ts'
import { useWidth } from '../../experience/use-width.ts'
import { useSystem } from '../../shell/system.ts'
import { useDay } from '../chart/day.tsx'
import type { Mark } from '../chart/marks.ts'
import { worldQuery } from '../queries.ts'
import { dateOf } from './date.ts'
import './timeline.css'

const inset = 9
const height = 62
const axis = 40

/** The days of a run with what happened on them. Its slider points at a day on every chart. */
export function Timeline({ document, marks }: { document: SimulationDocument; marks: readonly Mark[] }) {
  const [place, width] = useWidth<HTMLDivElement>(900)
  const { data: world } = useQuery(worldQuery(useSystem().name))
  const { day, point } = useDay()
  const { days } = document
  const shown = day ?? document.day
  const x = (at: number) => placed([0, days], [inset, width - inset], at)
  const words = dayWords(shown, world?.start)
  return (
    <section className="timeline" aria-label="Days">
      <p className="timeline-day" data-pointed={day !== undefined}>
        <b>{words}</b>
        <span className="quiet small">{day === undefined ? 'reported so far' : 'pointed at'}</span>
      </p>
      <div className="timeline-track" ref={place}>
        <svg width={width} height={height} aria-hidden="true">
          <line className="timeline-axis" x1={inset} x2={width - inset} y1={axis} y2={axis} />
          <line
            className="timeline-gone"
            x1={inset}
            x2={x(Math.min(days, document.day))}
            y1={axis}
            y2={axis}
          />
          {ticksOf([0, days], Math.max(2, width / 110)).map((tick) => (
            <text key={tick} x={x(tick)} y={height - 3} textAnchor={anchorOf(tick, days)}>
              {tick === 0 ? 'day 0' : tick}
            </text>
          ))}
          {marks.map((mark) => (
            <TimeMark key={mark.key} mark={mark} x={x(Math.min(days, mark.day))} />
          ))}
        </svg>
        <input
          type="range"
          aria-label="Day to look at"
          aria-valuetext={words}
          min={0}
          max={days}
          step={stepFor(days)}
          value={shown}
          onChange={({ currentTarget }) => point(currentTarget.valueAsNumber)}
          onBlur={() => point(undefined)}
        />
      </div>
    </section>
  )
}

function TimeMark({ mark, x }: { mark: Mark; x: number }) {
  if (mark.by === 'monitor') {
    return <path className="timeline-noticed" d={`M${x} ${axis - 4}l-4.5 -8h9z`} />
  }
  if (mark.number === undefined) {
    return <line className="timeline-over" x1={x} x2={x} y1={axis - 10} y2={axis} />
  }
  return (
    <g className="timeline-scenario">
      <line x1={x} x2={x} y1={16} y2={axis} />
      <rect x={x - 8} y={1} width={16} height={16} rx={3} />
      <text x={x} y={13} textAnchor="middle">
        {mark.number}
      </text>
    </g>
  )
}

function dayWords(day: number, start: string | undefined): string {
  const words = `Day ${Math.floor(day)}`
  return start === undefined ? words : `${words}, ${dateOf(start, day)}`
}

const stepFor = (days: number): number => (days > 20 ? 1 : days / 100)

const anchorOf = (tick: number, days: number) =>
  tick === 0 ? 'start' : tick > days * 0.97 ? 'end' : 'middle'
