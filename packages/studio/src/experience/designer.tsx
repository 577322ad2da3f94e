import { SegmentedControl } from '@mantine/core'
import type { DecisionDocument, TuningDocument } from 'holon'
import { useState } from 'react'
import { Panel } from '../look/panel.tsx'
import { Failure } from '../look/state.tsx'
import { CoveragePanel } from './coverage-panel.tsx'
import './designer.css'
import { GuardrailPanel } from './guardrail-panel.tsx'
import { HabituationPanel } from './habituation-panel.tsx'
import { InterruptionPanel } from './interruption-panel.tsx'
import { MistakePanel } from './mistake-panel.tsx'
import { NumberTable } from './number-table.tsx'
import { OutcomePanel } from './outcome-panel.tsx'
import { SaveDialog } from './save-dialog.tsx'
import { type Saving, savingDraft } from './saving.ts'
import { type Span, spans } from './stretches.ts'
import { UnsavedBar } from './unsaved-bar.tsx'
import { useDesigner } from './use-designer.ts'
import { ValuePanel } from './value-panel.tsx'
import { VersionPanel } from './version-panel.tsx'
import { WorthChart } from './worth-chart.tsx'

const limits = [100, 500, 2000]

/** The numbers of a decision to be moved, with everything that moves with them, and what happened so far. */
export function Designer(props: { decision: DecisionDocument; versions: readonly TuningDocument[] }) {
  const { decision, versions } = props
  const [limit, setLimit] = useState(500)
  const [span, setSpan] = useState<Span>(spans[0])
  const [saving, setSaving] = useState<Saving>()
  const designing = useDesigner(decision, versions, limit)
  return (
    <div className="designer">
      <Panel title="What each experience is worth">
        <WorthChart designing={designing} />
        <NumberTable designing={designing} />
      </Panel>
      {designing.failure !== null && <Failure error={designing.failure} />}
      <div className="designer-columns">
        <div className="designer-column">
          <OutcomePanel designing={designing} aside={<Count limit={limit} setLimit={setLimit} />} />
          <ValuePanel decision={decision} tuning={designing.tuning} limit={limit} />
          <HabituationPanel designing={designing} />
          <CoveragePanel decision={decision} />
        </div>
        <div className="designer-column">
          <VersionPanel present={designing.present} versions={versions} goBack={setSaving} />
          <InterruptionPanel decision={decision} span={span} setSpan={setSpan} />
          <GuardrailPanel decision={decision} span={span} />
        </div>
      </div>
      <MistakePanel decision={decision} />
      <UnsavedBar
        designing={designing}
        save={() => setSaving(savingDraft(designing.present, versions, designing.draft))}
      />
      {saving !== undefined && (
        <SaveDialog
          decision={decision.name}
          present={designing.present}
          saving={saving}
          limit={limit}
          saved={() => {
            if (saving.ofDraft) designing.clear()
            setSaving(undefined)
          }}
          close={() => setSaving(undefined)}
        />
      )}
    </div>
  )
}

function Count({ limit, setLimit }: { limit: number; setLimit: (limit: number) => void }) {
  return (
    <SegmentedControl
      aria-label="How many decisions"
      value={String(limit)}
      data={limits.map((one) => ({ value: String(one), label: `Last ${one}` }))}
      onChange={(value) => setLimit(Number(value))}
    />
  )
}
