import type { CostEffects } from 'holon'
import { Panel } from '../../look/panel.tsx'
import { EffectTable } from '../effect/effect-table.tsx'

const titles: Readonly<Record<CostEffects['name'], string>> = {
  cost: 'Price of a decision',
  latency: 'Time it takes',
  failures: 'Fell back',
}

/** What a decision costs in each arm, beside what it is worth. */
export function CostPanel({ costs }: { costs: readonly CostEffects[] }) {
  if (costs.length === 0) return null
  const groups = costs.map(({ name, unit, effects }) => ({ key: name, title: titles[name], unit, effects }))
  return (
    <Panel title="Cost of a decision" flush>
      <EffectTable
        caption="Effects on the cost of a decision"
        what="Less is better"
        kind="relative"
        sections={[{ key: 'costs', groups }]}
      />
    </Panel>
  )
}
