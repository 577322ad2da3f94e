import type { ScorecardDocument } from 'holon'
import { formatInUnit } from '../../format/unit.ts'
import { Panel } from '../../look/panel.tsx'
import { useSystem } from '../../shell/system.ts'
import './arms-panel.css'
import './buy-or-build-panel.css'
import { makersOf } from './buy-or-build.ts'

/** Versions of a model beside each other: what each is worth, and what it costs. */
export function BuyOrBuildPanel({ card }: { card: ScorecardDocument }) {
  const { decisions, components } = useSystem()
  const decision = decisions.find((one) => one.name === card.flight.decision)
  const makers = makersOf(
    card,
    components.find((one) => one.name === decision?.model),
  )
  if (makers === undefined) return null
  const main = card.goals.find(({ role }) => role === 'main')
  const say = (value: number | null, unit: string) => (value === null ? '–' : formatInUnit(value, unit))
  return (
    <Panel title="Value beside cost, version by version">
      <table className="arms makers">
        <caption className="hidden">What each version of the model is worth and costs</caption>
        <thead>
          <tr>
            <th scope="col">Arm</th>
            <th scope="col">Answers</th>
            {main !== undefined && <th scope="col">{main.name}</th>}
            <th scope="col">Price of a decision</th>
            <th scope="col">Takes</th>
            <th scope="col">Fell back</th>
          </tr>
        </thead>
        <tbody>
          {makers.map(({ arm, answers, main: value, cost, latency, failures }) => (
            <tr key={arm}>
              <th scope="row">{arm}</th>
              <td data-label="Answers">{answers}</td>
              {main !== undefined && <td data-label={main.name}>{say(value, main.unit)}</td>}
              <td data-label="Price of a decision">{say(cost, '')}</td>
              <td data-label="Takes">{say(latency, 'ms')}</td>
              <td data-label="Fell back">{say(failures, '%')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet small makers-foot">
        One port, one scorecard: the same decisions with either version. Whether they differ by more than
        chance stands above and below.
      </p>
    </Panel>
  )
}
