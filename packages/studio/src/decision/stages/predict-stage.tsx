import { Facts } from '../../look/facts.tsx'
import { Hash } from '../../look/hash.tsx'
import { Said } from '../said.tsx'
import { Stage } from '../stage.tsx'
import type { Opened } from './opened.ts'
import './predict-stage.css'

/** What the model said. */
export function PredictStage({ document, share, replayed }: Opened) {
  const { record } = document
  return (
    <Stage
      title="Predict"
      does="The model answers, within its deadline or not at all."
      ml
      ms={record.timings.predict}
      replayed={replayed('predict')}
    >
      {record.predictions.length === 0 && <p className="quiet">This decision asks no model.</p>}
      {record.predictions.map((one) => (
        <div key={one.model} className="prediction">
          <Said
            value={one.fault === undefined || one.raw !== undefined ? one.raw : undefined}
            share={share}
          />
          {one.fault !== undefined && (
            <p className="fault">
              <code>{one.fault.code}</code> {one.fault.message}
            </p>
          )}
          <Facts
            facts={{
              Model: `${one.model}, version ${one.version}`,
              'SHA-256': one.sha256 && <Hash value={one.sha256} what="SHA-256" />,
            }}
          />
        </div>
      ))}
    </Stage>
  )
}
