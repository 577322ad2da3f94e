import type { FlightDocument, GoalEffects, ScorecardDocument, Target } from 'holon'
import { unitWords } from '../../format/flight-unit.ts'
import { formatInUnit, formatSize } from '../../format/unit.ts'
import { layerWords } from '../../goals/layers.ts'
import { Panel } from '../../look/panel.tsx'
import { type EffectSection, EffectTable } from '../effect/effect-table.tsx'
import { EarlyList } from './early-list.tsx'
import './layer-panel.css'

/** What the flight did to every goal, the layers in order. */
export function LayerPanel({ card }: { card: ScorecardDocument }) {
  const sections = layerWords.flatMap(({ layer, title, about }): readonly EffectSection[] => {
    const own = card.goals.filter((goal) => goal.layer === layer)
    if (own.length === 0) return []
    const heading = (
      <>
        {title} <span className="quiet small">{about}</span>
      </>
    )
    return [
      {
        key: layer,
        title: heading,
        groups: own.map((goal) => ({
          key: goal.name,
          title: <GoalTitle goal={goal} flight={card.flight} />,
          unit: goal.unit,
          effects: goal.effects,
          because: goal.because,
        })),
      },
    ]
  })
  return (
    <Panel title="What it did, layer by layer" flush>
      {sections.length === 0 ? (
        <p className="layer-foot quiet">No goal is declared: nothing can be compared.</p>
      ) : (
        <>
          <EffectTable caption="Effects on the goals" what="Goal" kind="relative" sections={sections} />
          <p className="layer-foot quiet small">
            {card.judging?.method === 'bayesian'
              ? 'Intervals hold what is believed with 95%.'
              : 'p-values are corrected for the goals and arms beside them (Holm): the main goal by itself, the guards together, all others together.'}{' '}
            The drawing shows effects as shares of what the control has.
          </p>
          <EarlyList goals={card.goals} />
        </>
      )}
    </Panel>
  )
}

function GoalTitle({ goal, flight }: { goal: GoalEffects; flight: FlightDocument }) {
  const { name, role, per, target, unit } = goal
  const margin = flight.margins?.[name]
  return (
    <>
      {name}{' '}
      {role !== 'other' && (
        <span className="layer-role" data-role={role}>
          {role}
        </span>
      )}
      <span className="quiet small layer-target">
        {targetWords(target, unit)}
        {margin !== undefined && `, harm up to ${formatSize(margin, unit)} tolerated`}
        {per !== flight.unit && `, by ${unitWords[per][0]}`}
      </span>
    </>
  )
}

function targetWords(target: Target, unit: string): string {
  if ('atLeast' in target) return `more is better, target ≥ ${formatInUnit(target.atLeast, unit)}`
  if ('atMost' in target) return `less is better, target ≤ ${formatInUnit(target.atMost, unit)}`
  const [low, high] = target.between
  return `target ${formatInUnit(low, unit)} to ${formatInUnit(high, unit)}`
}
