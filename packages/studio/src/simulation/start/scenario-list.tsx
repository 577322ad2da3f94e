import type { WorldDocument } from 'holon'
import './scenario-list.css'

type Scenarios = WorldDocument['scenarios']

/** What may befall the world, to be chosen from; its own scenarios first. */
export function ScenarioList(props: {
  scenarios: Scenarios
  chosen: readonly string[]
  choose: (names: readonly string[]) => void
}) {
  const { scenarios, chosen, choose } = props
  const sorted = scenarios.toSorted((one, other) => Number(other.own) - Number(one.own))
  return (
    <fieldset className="scenarios">
      <legend>What befalls it</legend>
      {sorted.map(({ name, about }) => (
        <label key={name} className="scenario">
          <input
            type="checkbox"
            checked={chosen.includes(name)}
            onChange={({ currentTarget: { checked } }) =>
              choose(checked ? [...chosen, name] : chosen.filter((one) => one !== name))
            }
          />
          <span>
            <b>{name}</b> <span className="quiet small">{about}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
