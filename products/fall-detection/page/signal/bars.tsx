import { range } from '../../domain/shape.ts'
import './bars.css'

const height = 48
/** Weaker than this, in g, is drawn as rest. */
const least = 0.04

/** Strengths in g as bars, on a scale on which double the strength is one step up. Told in words by its label. */
export function Bars({
  values,
  label,
  marked,
}: {
  values: readonly number[]
  label: string
  marked?: number
}) {
  return (
    <svg
      className="bars"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${values.length * 4} ${height}`}
      preserveAspectRatio="none"
    >
      {values.map((value, i) => {
        const size = Math.max(1, scaled(value) * height)
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
            key={i}
            x={i * 4}
            y={height - size}
            width={3}
            height={size}
            data-marked={i === marked || undefined}
            data-strong={value >= 2 || undefined}
          />
        )
      })}
    </svg>
  )
}

const scaled = (value: number): number =>
  Math.min(1, Math.max(0, Math.log2(Math.max(value, least) / least) / Math.log2(range / least)))
