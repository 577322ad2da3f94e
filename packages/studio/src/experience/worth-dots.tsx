import { memo } from 'react'
import { formatNumber } from '../format/number.ts'
import type { Case } from './cases.ts'
import { type Frame, pixelsOf } from './frame.ts'
import { type Domain, placed, ticksOf, worthDomain } from './scale.ts'

const top = 12
const bottom = 260

/** What each experience would be worth for logged decisions: a dot for each, large where it is the best. */
export const WorthDots = memo(function WorthDots(props: {
  cases: readonly Case[]
  shades: Readonly<Record<string, string>>
  frame: Frame
  range: Domain
}) {
  const { cases, shades, frame, range } = props
  const weighed = cases.filter(({ prediction }) => typeof prediction === 'number')
  const all = weighed.flatMap(({ utilities = {} }) => Object.values(utilities))
  if (all.length === 0) return null
  const best = weighed.flatMap(({ utilities }) =>
    utilities === undefined ? [] : [Math.max(...Object.values(utilities))],
  )
  const ends = all.map((worth) => ({ name: '', whenTrue: worth, whenFalse: worth }))
  const domain = worthDomain(ends, Math.min(...best))
  const x = (prediction: number) => placed(range, pixelsOf(frame), prediction)
  const y = (worth: number) => placed(domain, [bottom, top], worth)
  const dots = (name: string, isBest: boolean) =>
    weighed
      .filter(
        (one) => (one.proposed === name) === isBest && (one.utilities?.[name] ?? -Infinity) >= domain[0],
      )
      .map(
        (one) => `M${x(Number(one.prediction)).toFixed(1)} ${y(one.utilities?.[name] ?? 0).toFixed(1)}h.01`,
      )
      .join('')
  return (
    <svg className="worth-dots" width={frame.width} height={bottom + 8} aria-hidden="true">
      {ticksOf(domain, 8).map((tick) => (
        <g key={tick} className="worth-grid">
          <line x1={frame.left} x2={frame.right} y1={y(tick)} y2={y(tick)} />
          <text x={frame.named ? 34 : frame.left - 6} y={y(tick) + 4} data-end="true">
            {formatNumber(tick)}
          </text>
        </g>
      ))}
      {Object.entries(shades).flatMap(([name, shade]) =>
        [false, true].map((isBest) => (
          <path
            key={`${name} ${isBest}`}
            d={dots(name, isBest)}
            data-best={isBest}
            style={{ stroke: shade }}
          />
        )),
      )}
    </svg>
  )
})
