import type { Json, JsonObject } from 'holon'
import { predictionOf } from '../../decisions/prediction.ts'
import { Experience } from '../../look/experience.tsx'
import { Stage } from '../stage.tsx'
import { Values } from '../values.tsx'
import { WaterfallChart } from '../waterfall-chart.tsx'
import { Erased } from './erased.tsx'
import type { Opened } from './opened.ts'
import './present-stage.css'

/** What the person met, and why, in words. */
export function PresentStage({ document, point, share, replayed }: Opened) {
  const { record, private: closed, explanation } = document
  const style = point?.experiences.find((one) => one.name === record.experience)?.style
  return (
    <Stage
      title="Present"
      does="The words and numbers the person meets, and why."
      ms={record.timings.present}
      replayed={replayed('present')}
    >
      <div>
        <Experience name={record.experience} style={style} />
      </div>
      {closed === null && <Erased />}
      {closed?.text !== undefined && <blockquote className="text-met">{closed.text}</blockquote>}
      <Parameters value={closed?.parameters} />
      {explanation !== undefined && (
        <>
          <ul className="sentences">
            {explanation.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <WaterfallChart explanation={explanation} share={share} />
        </>
      )}
      {explanation === undefined && closed !== null && (
        <p className="quiet">
          {style === 'silent' || predictionOf(record) === undefined
            ? 'Nothing to explain: the person met nothing that a prediction led to.'
            : 'This model cannot tell which facts moved it.'}
        </p>
      )}
    </Stage>
  )
}

function Parameters({ value }: { value: Json | undefined }) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const values = value as JsonObject
  return Object.keys(values).length === 0 ? null : <Values values={values} />
}
