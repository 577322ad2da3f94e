import type { ScorecardDocument } from 'holon'
import { ArmsPanel } from './arms-panel.tsx'
import { BuyOrBuildPanel } from './buy-or-build-panel.tsx'
import type { CardOptions } from './card-options.ts'
import { CostPanel } from './cost-panel.tsx'
import { FactorPanel } from './factor-panel.tsx'
import { JudgingPanel } from './judging-panel.tsx'
import { LayerPanel } from './layer-panel.tsx'
import { LongerPanel } from './longer-panel.tsx'
import { MissingPanel } from './missing-panel.tsx'
import { NoveltyPanel } from './novelty-panel.tsx'
import { SlicePanel } from './slice-panel.tsx'
import { VerdictPanel } from './verdict-panel.tsx'

/** A scorecard with all its parts: what to do and why, then what it rests on. */
export function Scorecard({ card, options }: { card: ScorecardDocument; options: CardOptions }) {
  return (
    <>
      <VerdictPanel card={card} />
      <ArmsPanel card={card} />
      {card.judging?.plan !== undefined && <JudgingPanel judging={card.judging} unit={card.flight.unit} />}
      <LayerPanel card={card} />
      <BuyOrBuildPanel card={card} />
      <CostPanel costs={card.costs} />
      {card.factors.length > 0 && <FactorPanel card={card} />}
      {options.slices !== undefined && <SlicePanel card={card} />}
      {card.novelty !== undefined && <NoveltyPanel card={card} novelty={card.novelty} />}
      <div className="flight-split">
        {card.missing.length > 0 && <MissingPanel missing={card.missing} />}
        <LongerPanel card={card} />
        {card.judging !== undefined && card.judging.plan === undefined && (
          <JudgingPanel judging={card.judging} unit={card.flight.unit} />
        )}
      </div>
    </>
  )
}
