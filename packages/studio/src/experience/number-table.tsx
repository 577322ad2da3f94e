import { NumberInput } from '@mantine/core'
import { formatNumber } from '../format/number.ts'
import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/NumberInput.css'
import type { ExperienceDocument } from 'holon'
import { Experience } from '../look/experience.tsx'
import { anchorOf } from './named.ts'
import './number-table.css'
import { roundStep } from './scale.ts'
import type { Designing } from './use-designer.ts'
import { type Utility, utilityNames, utilityWords } from './utilities.ts'

/** The numbers themselves, to be typed; the cost of interrupting has a slider too. */
export function NumberTable({ designing }: { designing: Designing }) {
  const { shades } = designing
  return (
    <table className="number-table">
      <caption className="hidden">Values and costs of the experiences</caption>
      <thead>
        <tr>
          <th scope="col">Experience</th>
          {utilityNames.map((value) => (
            <th key={value} scope="col">
              {columnWords[value]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {designing.decision.experiences.map((one) => (
          <tr key={one.name} id={anchorOf('experience', one.name)}>
            <th scope="row">
              <i className="swatch" style={{ background: shades[one.name] }} aria-hidden="true" />
              <Experience name={one.name} style={one.style} />
              <span className="small quiet">forcefulness {one.forcefulness}</span>
            </th>
            {one.worth !== undefined && (
              <td colSpan={2} className="small">
                {Object.entries(one.worth)
                  .map(([name, worth]) => `${name} ${formatNumber(worth)}`)
                  .join(', ')}
              </td>
            )}
            {utilityNames
              .filter((value) => one.worth === undefined || value === 'interrupting')
              .map((value) => (
                <td key={value}>
                  <NumberCell experience={one} value={value} designing={designing} />
                </td>
              ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function NumberCell(props: { experience: ExperienceDocument; value: Utility; designing: Designing }) {
  const { experience, value, designing } = props
  const { name } = experience
  const now = designing.utilities[name]?.[value] ?? 0
  const was = designing.present[name]?.[value] ?? 0
  const label = `${name}, ${utilityWords[value]}`
  const change = (to: number) => designing.change(name, value, to)
  return (
    <div className="number-cell" data-label={columnWords[value]} data-changed={now !== was}>
      <NumberInput
        aria-label={label}
        size="xs"
        value={now}
        step={roundStep(Math.max(Math.abs(was), 1) / 10)}
        hideControls
        onChange={(to) => typeof to === 'number' && change(to)}
        onBlur={designing.letGo}
      />
      {value === 'interrupting' && (
        <input
          type="range"
          aria-label={`${label}, slider`}
          aria-valuetext={formatNumber(now)}
          {...rangeOf(was, designing)}
          value={-now}
          onChange={({ currentTarget }) => change(0 - Number(currentTarget.value))}
          onPointerUp={designing.letGo}
          onBlur={designing.letGo}
        />
      )}
      {now !== was && <span className="small number-was">was {formatNumber(was)}</span>}
    </div>
  )
}

const columnWords: Readonly<Record<Utility, string>> = {
  right: 'Value when right',
  wrong: 'Value when wrong',
  interrupting: 'Cost of interrupting',
}

/** From no cost to four times the present one, or to a tenth of what is at stake. */
function rangeOf(was: number, { present }: Designing): { min: number; max: number; step: number } {
  const stakes = Object.values(present).flatMap(({ right, wrong }) => [Math.abs(right), Math.abs(wrong)])
  const most = Math.max(4 * Math.abs(was), Math.max(1, ...stakes) / 10)
  const step = roundStep(most / 40)
  return { min: Math.min(0, -was), max: Math.ceil(most / step) * step, step }
}
