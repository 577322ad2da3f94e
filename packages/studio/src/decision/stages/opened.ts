import type { DecisionDocument, RecordDocument } from 'holon'
import type { Replayed } from '../stage.tsx'

/** A decision as the stages need it. */
export interface Opened {
  readonly document: RecordDocument
  /** The decision point as declared now; undefined when it is declared no more. */
  readonly point: DecisionDocument | undefined
  /** Whether what the model predicts is a probability. */
  readonly share: boolean
  readonly replayed: (stage: string) => Replayed | undefined
}
