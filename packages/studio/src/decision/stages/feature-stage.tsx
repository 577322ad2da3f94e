import { foldOneHot } from '../fold-one-hot.ts'
import { Stage } from '../stage.tsx'
import { Values } from '../values.tsx'
import { Erased } from './erased.tsx'
import type { Opened } from './opened.ts'

/** What the model was given. */
export function FeatureStage({ document, replayed }: Opened) {
  const { record, private: closed } = document
  return (
    <Stage
      title="Features"
      does="A pure function makes a row of numbers from the context."
      ms={record.timings.features}
      replayed={replayed('features')}
    >
      {closed === null ? <Erased /> : <Values values={foldOneHot(closed.features ?? {})} />}
      {closed !== null && closed.features === undefined && <p className="quiet">No features were made.</p>}
    </Stage>
  )
}
