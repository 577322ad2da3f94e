import type { SimulationDocument } from 'holon'
import { Panel } from '../../look/panel.tsx'
import { Empty } from '../../look/state.tsx'
import { useSystem } from '../../shell/system.ts'
import { Shares } from './shares.tsx'

/** How often guardrails stepped in, beside all decisions they stood behind. */
export function GuardrailsPanel({ document }: { document: SimulationDocument }) {
  const system = useSystem()
  const acted = new Map(
    document.guardrails.map(({ decision, guardrail, interventions }) => [
      `${decision} ${guardrail}`,
      interventions,
    ]),
  )
  const declared = system.decisions.flatMap(({ name, guardrails }) =>
    guardrails.map((guardrail) => ({ decision: name, guardrail: guardrail.name })),
  )
  const known = new Set(declared.map(({ decision, guardrail }) => `${decision} ${guardrail}`))
  const all = [
    ...declared,
    ...document.guardrails.filter(({ decision, guardrail }) => !known.has(`${decision} ${guardrail}`)),
  ]
  const decided = (decision: string) =>
    document.experiences.reduce((sum, one) => sum + (one.decision === decision ? one.times : 0), 0)
  return (
    <Panel title="Guardrails that stepped in">
      {all.length === 0 && <Empty title="No guardrail is declared." />}
      {[...Map.groupBy(all, ({ decision }) => decision)].map(([decision, guardrails], _, every) => (
        <div key={decision} className="by-decision">
          {every.length > 1 && <h3>{decision}</h3>}
          <Shares
            whole={decided(decision)}
            shares={guardrails.map(({ guardrail }) => ({
              key: guardrail,
              name: guardrail,
              times: acted.get(`${decision} ${guardrail}`) ?? 0,
            }))}
          />
        </div>
      ))}
    </Panel>
  )
}
