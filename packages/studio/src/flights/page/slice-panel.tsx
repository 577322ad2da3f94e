import type { ScorecardDocument, SliceEffects } from 'holon'
import { formatJson, formatName } from '../../format/json.ts'
import { Panel } from '../../look/panel.tsx'
import { Empty } from '../../look/state.tsx'
import { EffectTable } from '../effect/effect-table.tsx'
import './slice-panel.css'

/** The main goal among those of each value of a public field. */
export function SlicePanel({ card: { slices, goals } }: { card: ScorecardDocument }) {
  const main = goals.find(({ role }) => role === 'main')
  return (
    <Panel title="Slices of the main goal" flush>
      {slices.length === 0 || main === undefined ? (
        <div className="slices-none">
          <Empty title={main === undefined ? 'No main goal is named.' : 'Nobody to split by that yet.'} />
        </div>
      ) : (
        <>
          <EffectTable
            caption={`Effects on ${main.name}, slice by slice`}
            what={main.name}
            kind="absolute"
            sections={sectionsOf(slices, main.unit)}
          />
          <p className="slices-foot quiet small">
            p-values are corrected for all slices and arms here together (Holm): some slice nearly always
            looks different by chance.
          </p>
        </>
      )}
    </Panel>
  )
}

function sectionsOf(slices: readonly SliceEffects[], unit: string) {
  return [...Map.groupBy(slices, ({ field }) => field)].map(([field, own]) => ({
    key: field,
    title: `By ${formatName(field)}`,
    groups: own.map(({ slice, effects }) => ({
      key: String(slice),
      title: slice === null ? 'not known' : formatJson(slice),
      unit,
      effects,
    })),
  }))
}
