import type { DecisionDocument } from 'holon'
import { expectedUtilityAt } from 'holon/stats'
import { useId } from 'react'
import { columnsOf, spreadOut } from './apart.ts'
import { type Frame, handleColumn, handleGap } from './frame.ts'
import type { Line, Stretch } from './lines.ts'
import { type Domain, placed } from './scale.ts'

/** The lines; where one is the best it is drawn thick. Names stand at their ends where there is room. */
export function WorthLines(props: {
  lines: readonly Line[]
  stretches: readonly Stretch[]
  shades: Readonly<Record<string, string>>
  decision: DecisionDocument
  frame: Frame
  domain: Domain
  x: (p: number) => number
  top: number
  bottom: number
}) {
  const { lines, stretches, shades, frame, x, domain, top, bottom } = props
  const clip = useId()
  const y = (worth: number) => placed(domain, [bottom, top], worth)
  const at = (line: Line, p: number) => y(expectedUtilityAt(line, p))
  const ends = lines.map((line) => Math.min(bottom, Math.max(top, at(line, 1))))
  const names = spreadOut(ends, 16)
  const beside = frame.right + 28 + handleColumn * Math.max(...columnsOf(ends, handleGap, 3))
  const isSilent = (name: string) =>
    props.decision.experiences.some((one) => one.name === name && one.style === 'silent')
  return (
    <g className="worth-lines">
      <clipPath id={clip}>
        <rect x={0} y={top} width={frame.width} height={bottom - top} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        {lines.map((line) => (
          <line
            key={line.name}
            data-silent={isSilent(line.name)}
            x1={x(0)}
            x2={x(1)}
            y1={at(line, 0)}
            y2={at(line, 1)}
            style={{ stroke: shades[line.name] }}
          />
        ))}
        {stretches.map(({ experience, from, to }) => {
          const line = lines.find(({ name }) => name === experience)
          if (line === undefined) return null
          return (
            <line
              key={experience}
              data-best="true"
              x1={x(from)}
              x2={x(to)}
              y1={at(line, from)}
              y2={at(line, to)}
              style={{ stroke: shades[experience] }}
            />
          )
        })}
      </g>
      {frame.named &&
        lines.map(({ name }, index) => (
          <text key={name} x={beside} y={(names[index] ?? 0) + 4}>
            {name.length > 14 ? `${name.slice(0, 13)}…` : name}
          </text>
        ))}
    </g>
  )
}
