import { grownCost } from 'holon/stats'
import { formatNumber } from '../format/number.ts'
import { Panel } from '../look/panel.tsx'
import { formatProbability } from './format.ts'
import './habituation-panel.css'
import { linesOf, stretchesOf } from './lines.ts'
import { anchorOf } from './named.ts'
import { placed } from './scale.ts'
import { ShadeKey } from './shade-key.tsx'
import type { Designing } from './use-designer.ts'
import { useWidth } from './use-width.ts'

const most = 10

/** How interrupting a person again and again becomes dearer, and what may interrupt them how often. */
export function HabituationPanel({ designing }: { designing: Designing }) {
  const { decision, utilities, noLines } = designing
  const { habituation, limits, ladder } = decision
  const costly = decision.experiences.filter(({ name }) => (utilities[name]?.interrupting ?? 0) < 0)
  return (
    <Panel title="Being interrupted again">
      {habituation === undefined ? (
        <p>Interrupting costs the same however often a person was interrupted: no habituation is declared.</p>
      ) : (
        <>
          <p>
            Every interruption a person remembers adds {formatNumber(habituation.growth * 100)}% to the cost
            of the next one; after {habituation.halfLife} half of them are forgotten.
          </p>
          {noLines === undefined ? (
            <Moving designing={designing} />
          ) : (
            <ul className="habituation-costs small">
              {costly.map(({ name }) => {
                const cost = utilities[name]?.interrupting ?? 0
                return (
                  <li key={name}>
                    <b>{name}</b> {formatNumber(cost)} at first,{' '}
                    {formatNumber(grownCost(cost, habituation.growth, most))} after {most} interruptions
                  </li>
                )
              })}
            </ul>
          )}
        </>
      )}
      <h3 className="habituation-limits">Limits for each person</h3>
      {limits.length === 0 && <p>None: nothing but its cost keeps an experience from coming again.</p>}
      <ul>
        {limits.map(({ name, words }) => (
          <li key={name} id={anchorOf('limit', name)}>
            <b>{name}</b>: {words}
          </li>
        ))}
      </ul>
      {ladder !== undefined && (
        <p className="small">
          Steps of the ladder ({ladder.steps.map(({ experience }) => experience).join(', ')}) are taken as
          they come, whatever they cost.
        </p>
      )}
    </Panel>
  )
}

const height = 168
const left = 40

/** Which experience is best for which probability, for somebody who was interrupted 0, 1, … times lately. */
function Moving({ designing: { decision, utilities, shades } }: { designing: Designing }) {
  const [place, width] = useWidth<HTMLDivElement>(360)
  const columns = Array.from({ length: most + 1 }, (_, n) => stretchesOf(linesOf(decision, utilities, n)))
  const wide = (width - left) / columns.length
  const y = (p: number) => placed([0, 1], [height - 20, 4], p)
  return (
    <div ref={place}>
      <svg className="habituation-chart" width={width} height={height + 18} aria-hidden="true">
        {[0, 0.5, 1].map((p) => (
          <text key={p} x={left - 8} y={y(p) + 4} data-side="left">
            {p}
          </text>
        ))}
        {columns.map((stretches, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the number of interruptions.
          <g key={n}>
            {stretches.map(({ experience, from, to }) => (
              <rect
                key={experience}
                x={left + n * wide}
                y={y(to)}
                width={wide - 2}
                height={Math.max(1, y(from) - y(to) - 1)}
                style={{ fill: shades[experience] }}
              />
            ))}
            <text x={left + (n + 0.5) * wide} y={height - 4}>
              {n}
            </text>
          </g>
        ))}
        <text x={(left + width) / 2} y={height + 14}>
          interruptions the person remembers
        </text>
      </svg>
      <ShadeKey shades={shades} />
      <div className="hidden">
        <table>
          <caption>Thresholds after interruptions</caption>
          <tbody>
            {columns.map((stretches, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the place is the number of interruptions.
              <tr key={n}>
                <th scope="row">{n}</th>
                <td>
                  {stretches
                    .map(({ experience, from }) => `${experience} from ${formatProbability(from)}`)
                    .join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
