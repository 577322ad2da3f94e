import type { Novelty, ScorecardDocument } from 'holon'
import { Panel } from '../../look/panel.tsx'
import { EffectTable } from '../effect/effect-table.tsx'
import './novelty-panel.css'
import { stretchWords } from './stretch-words.ts'

/** How the effect on the main goal changes the longer people live with it. */
export function NoveltyPanel({ card, novelty }: { card: ScorecardDocument; novelty: Novelty }) {
  const { every, points, trends } = novelty
  const main = card.goals.find(({ role }) => role === 'main')
  const groups = points.map(({ stretch, effects }) => ({
    key: String(stretch),
    title: stretchWords(every, stretch),
    unit: main?.unit ?? '',
    effects,
  }))
  return (
    <Panel title="Over time" flush>
      <ul className="novelty-words">
        {trends.length === 0 ? (
          <li>Too few stretches to see a trend.</li>
        ) : (
          trends.map(({ arm, words }) => <li key={arm}>{words}</li>)
        )}
      </ul>
      <EffectTable
        caption={`Effects on ${main?.name ?? 'the main goal'} since it was met`}
        what="Since it was met"
        kind="absolute"
        sections={[{ key: 'stretches', groups }]}
      />
    </Panel>
  )
}
