import type { Stretch } from './lines.ts'
import { isLight } from './shades.ts'

const height = 20

/** Which experience is best for which probability, as a strip, with names where they fit. */
export function StretchStrip(props: {
  stretches: readonly Stretch[]
  shades: Readonly<Record<string, string>>
  x: (p: number) => number
  y: number
}) {
  const { stretches, shades, x, y } = props
  return (
    <g className="stretch-strip">
      {stretches.map(({ experience, from, to }) => {
        const width = x(to) - x(from)
        const fits = width > experience.length * 7.5 + 12
        return (
          <g key={experience}>
            <rect
              x={x(from)}
              y={y}
              width={Math.max(1, width - 1)}
              height={height}
              style={{ fill: shades[experience] }}
            />
            {fits && (
              <text x={x(from) + width / 2} y={y + 14} data-light={isLight(shades[experience])}>
                {experience}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}
