import { useState } from 'react'
import { formatNumber } from '../format/number.ts'
import { columnsOf } from './apart.ts'
import { type Frame, handleColumn, handleGap } from './frame.ts'
import { Handle } from './handle.tsx'
import type { Line } from './lines.ts'
import { type Domain, snapped, stepOf } from './scale.ts'
import type { Designing } from './use-designer.ts'
import { type Utility, utilityWords } from './utilities.ts'

const sides = [
  { value: 'wrong', end: 'whenFalse' },
  { value: 'right', end: 'whenTrue' },
] as const

/** Two handles for each line: what the experience is worth when wrong, and when right. */
export function Handles(props: {
  designing: Designing
  frame: Frame
  domain: Domain
  y: (worth: number) => number
  /** The worth at a height of the chart. */
  worthAt: (height: number) => number
  /** Keeps the scale as it is while something is dragged. */
  hold: (on: boolean) => void
}) {
  const { designing, frame, domain, y, worthAt, hold } = props
  const { lines, utilities, shades } = designing
  const step = stepOf(domain)
  const [active, setActive] = useState<string>()
  return sides.flatMap(({ value, end }) => {
    const places = lines.map((line) => y(line[end]))
    const columns = columnsOf(places, handleGap, frame.named ? 3 : 2)
    const edge = value === 'wrong' ? frame.left : frame.right
    const out = value === 'wrong' ? -1 : 1
    return lines.map((line, index) => {
      const cost = costIn(line, utilities[line.name])
      const now = utilities[line.name]?.[value] ?? 0
      const key = `${line.name} ${value}`
      return (
        <Handle
          key={key}
          name={`${line.name}, ${utilityWords[value]}`}
          says={`${formatNumber(now)}${cost === 0 ? '' : `, ${formatNumber(line[end])} with the interruption`}`}
          shows={frame.named ? undefined : `${line.name} ${formatNumber(now)}`}
          value={now}
          least={domain[0]}
          most={domain[1]}
          step={step}
          x={edge + out * (14 + handleColumn * (columns[index] ?? 0))}
          edge={edge}
          y={places[index] ?? 0}
          beyond={line[end] < domain[0]}
          hollow={value === 'wrong'}
          rises={line.whenTrue > line.whenFalse}
          colour={shades[line.name] ?? ''}
          active={active === key}
          setActive={(on) => setActive(on ? key : undefined)}
          hold={hold}
          move={(to) => designing.change(line.name, value, snapped(to, step))}
          // What is dragged is the end of the line, in which the interruption is counted.
          drag={(height) => designing.change(line.name, value, snapped(worthAt(height) - cost, step))}
          letGo={designing.letGo}
        />
      )
    })
  })
}

/** What the interruption takes from the ends of a line. */
const costIn = (line: Line, numbers: Readonly<Record<Utility, number>> | undefined): number =>
  line.whenTrue - (numbers?.right ?? line.whenTrue)
