import type { compareRuns } from 'holon/world'
import { layerWords } from '../../goals/layers.ts'
import { Panel } from '../../look/panel.tsx'
import { Verdict } from '../../look/verdict.tsx'

type Compared = ReturnType<typeof compareRuns>

/** Which layers differ. */
export function LayerVerdicts(props: { layers: Compared['layers']; names: readonly [string, string] }) {
  const { layers, names } = props
  return (
    <Panel title={`What "${names[1]}" changes against "${names[0]}"`}>
      <table className="layer-verdicts">
        <caption className="hidden">What changes, layer by layer</caption>
        <tbody>
          {layerWords.map(({ layer, title }) => {
            const found = layers.find((one) => one.layer === layer)
            if (found === undefined) return null
            const { verdict, goals, better, worse } = found
            return (
              <tr key={layer}>
                <th scope="row">{title}</th>
                <td>
                  <Verdict verdict={verdict} />
                </td>
                <td className="quiet small">
                  {better > 0 && `${better} better `}
                  {worse > 0 && `${worse} worse `}
                  {better + worse > 0 && 'of '}
                  {goals} {goals === 1 ? 'goal' : 'goals'}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Panel>
  )
}
