import type { ComponentType } from 'react'
import {
  AnnotationSpecimen,
  AuditSpecimen,
  CorrectionEditorSpecimen,
  CountdownSpecimen,
  PromptSpecimen,
  RankedListSpecimen,
  ReportFormSpecimen,
  StarsSpecimen,
  ThumbsSpecimen,
  WarningSpecimen,
} from './specimens.tsx'

interface Entry {
  readonly id: string
  readonly title: string
  readonly code: string
  readonly Specimen: ComponentType
}

/** What the gallery shows, from the least to the most forceful, then what people give back. */
export const shelves: readonly Entry[] = [
  {
    id: 'annotation',
    title: 'A note beside it',
    code: '<Annotation answer={answer} />',
    Specimen: AnnotationSpecimen,
  },
  {
    id: 'ranked-list',
    title: 'Things in order',
    code: `<RankedList answer={answer} label="Answer first"\n  items={items} field={feedback.field('order')} />`,
    Specimen: RankedListSpecimen,
  },
  {
    id: 'prompt',
    title: 'A question',
    code: '<Prompt answer={answer} title="Move this letter to spam?"\n  actions={<Action kind="safe">Move it</Action>} onDismiss={leave} />',
    Specimen: PromptSpecimen,
  },
  {
    id: 'countdown',
    title: 'About to happen',
    code: '<Countdown seconds={60} onEnd={send} onSafe={keep} mayPause />',
    Specimen: CountdownSpecimen,
  },
  {
    id: 'warning',
    title: 'A warning that takes the page',
    code: '<FullPageWarning title="…" onSafe={back} onProceed={goOn} />',
    Specimen: WarningSpecimen,
  },
  {
    id: 'thumbs',
    title: 'Yes or no, and why not',
    code: `<Thumbs field={feedback.field('useful')} question="…"\n  followUp={{ question: '…', field: feedback.field('comment') }} />`,
    Specimen: ThumbsSpecimen,
  },
  {
    id: 'audit',
    title: 'Asked at random',
    code: `<AuditPrompt answer={answer} feedback="useful">\n  <Thumbs field={feedback.field('useful')} question="…" />\n</AuditPrompt>`,
    Specimen: AuditSpecimen,
  },
  {
    id: 'stars',
    title: 'Stars',
    code: `<Stars field={feedback.field('stars')} question="…" />`,
    Specimen: StarsSpecimen,
  },
  {
    id: 'report-form',
    title: 'A report',
    code: `<ReportForm field={feedback.field('report')} categories={{ … }} />`,
    Specimen: ReportFormSpecimen,
  },
  {
    id: 'correction-editor',
    title: 'A correction',
    code: `<CorrectionEditor predicted={text}\n  field={feedback.field('subject')} />`,
    Specimen: CorrectionEditorSpecimen,
  },
]
