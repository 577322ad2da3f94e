import type { SimulationDocument } from 'holon'
import { useMemo } from 'react'
import { DayProvider } from '../chart/day.tsx'
import { marksOf } from '../chart/marks.ts'
import { ExperiencesPanel } from './experiences-panel.tsx'
import { FiguresPanel } from './figures-panel.tsx'
import { GoalsOverTime } from './goals-over-time.tsx'
import { GuardrailsPanel } from './guardrails-panel.tsx'
import { HappenedPanel } from './happened-panel.tsx'
import { Legend } from './legend.tsx'
import { QualityPanel } from './quality-panel.tsx'
import './report.css'
import { Timeline } from './timeline.tsx'

/** What one run of a world showed so far: goals over time, what happened, what people met. */
export function Report({ document }: { document: SimulationDocument }) {
  const marks = useMemo(() => marksOf(document.noticed), [document.noticed])
  return (
    <DayProvider>
      <Timeline document={document} marks={marks} />
      <Legend marks={marks} />
      <GoalsOverTime document={document} marks={marks} />
      {document.figures.length > 0 && <FiguresPanel document={document} marks={marks} />}
      <div className="report-columns">
        <HappenedPanel marks={marks} />
        <ExperiencesPanel experiences={document.experiences} />
        <GuardrailsPanel document={document} />
        <QualityPanel quality={document.quality} />
      </div>
    </DayProvider>
  )
}
