import { limits } from '../../domain/limits.ts'
import type { Point } from '../kitchen/use-breakfast.ts'
import './curve.css'

const size = { width: 560, height: 220, left: 44, right: 14, top: 12, bottom: 30 } as const
const hottest = 300
const marks = [0, 100, 200, 300]

/** How hot the face of the bread was, second by second, with the bound from which heat ends. */
export function Curve({ points, seconds }: { points: readonly Point[]; seconds: number }) {
  const last = points.at(-1)
  const most = Math.max(60, seconds, last?.heated ?? 0) * 1.06
  const x = (at: number) => size.left + (at / most) * (size.width - size.left - size.right)
  const y = (celsius: number) =>
    size.height - size.bottom - (celsius / hottest) * (size.height - size.top - size.bottom)
  const line = points
    .map(({ heated, surface }) => `${x(heated).toFixed(1)} ${y(surface).toFixed(1)}`)
    .join(' L')
  const ticks = Array.from({ length: Math.floor(most / 60) + 1 }, (_, minute) => minute * 60)
  return (
    <figure className="curve">
      <figcaption>Temperature of the bread’s face</figcaption>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={inWords(last)}>
        {marks.map((celsius) => (
          <g key={celsius}>
            <path className="curve-grid" d={`M${size.left} ${y(celsius)} H${size.width - size.right}`} />
            <text x={size.left - 8} y={y(celsius) + 4} textAnchor="end">
              {celsius}
            </text>
          </g>
        ))}
        {ticks.map((at) => (
          <text key={at} x={x(at)} y={size.height - 8} textAnchor="middle">
            {at / 60} min
          </text>
        ))}
        <path className="curve-bound" d={`M${size.left} ${y(limits.surface)} H${size.width - size.right}`} />
        <text className="curve-word" x={size.left + 6} y={y(limits.surface) - 7}>
          heat ends at {limits.surface} °C
        </text>
        {seconds > 0 && (
          <path className="curve-plan" d={`M${x(seconds)} ${size.top} V${size.height - size.bottom}`} />
        )}
        {line !== '' && <path className="curve-line" d={`M${line}`} />}
        {last !== undefined && (
          <circle className="curve-now" cx={x(last.heated)} cy={y(last.surface)} r="5" />
        )}
      </svg>
    </figure>
  )
}

function inWords(last: Point | undefined): string {
  if (last === undefined) return 'Nothing has been heated yet.'
  return `After ${Math.round(last.heated)} seconds of heat the face of the bread is at ${Math.round(last.surface)} °C.`
}
