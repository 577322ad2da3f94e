import { Link } from '@tanstack/react-router'
import type { ArmChange, ComponentDocument, DecisionDocument } from 'holon'
import { useSystem } from '../../shell/system.ts'
import { differencesOf } from './difference.ts'
import './difference-table.css'

/** An arm beside the control, part by part; where nothing differs, how something could. */
export function DifferenceTable(props: {
  decision: DecisionDocument
  model: ComponentDocument | undefined
  control: ArmChange
  arm: ArmChange & { readonly name: string }
}) {
  const { decision, model, control, arm } = props
  const differences = differencesOf(decision, model, control, arm)
  if (differences.length === 0) return <NothingDiffers decision={decision} />
  return (
    <table className="difference-table">
      <caption className="hidden">What {arm.name} changes</caption>
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col">Control</th>
          <th scope="col">{arm.name}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ part, control, arm }) => (
          <tr key={part}>
            <th scope="row">{part}</th>
            <td>{control}</td>
            <td>
              <b>{arm}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function NothingDiffers({ decision: { name, variants = [] } }: { decision: DecisionDocument }) {
  const { name: system } = useSystem()
  return (
    <p className="small difference-none">
      Nothing differs from the control yet.{' '}
      {variants.length === 0 && 'This decision point declares no variants. '}
      Other numbers can be tried too: change them in the{' '}
      <Link to="/systems/$system/experience/$decision" params={{ system, decision: name }}>
        experience designer
      </Link>
      , save nothing, and come back.
    </p>
  )
}
