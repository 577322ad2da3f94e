import { Link } from '@tanstack/react-router'
import type { DecideAnswer, DecisionDocument, JsonObject } from 'holon'
import { Values } from '../decision/values.tsx'
import { WaterfallChart } from '../decision/waterfall-chart.tsx'
import { formatPrediction } from '../decisions/prediction.ts'
import { ReasonMark } from '../decisions/reason-mark.tsx'
import { isObject } from '../form/shape.ts'
import { formatShare } from '../format/number.ts'
import { Experience } from '../look/experience.tsx'
import { Facts } from '../look/facts.tsx'
import { Panel } from '../look/panel.tsx'
import { useSystem } from '../shell/system.ts'
import './answer-view.css'

/** What was decided and why. `before`: the answer of the try before, to compare with. */
export function AnswerView(props: {
  answer: DecideAnswer
  before: DecideAnswer | undefined
  decision: DecisionDocument
}) {
  const { answer, before, decision } = props
  const system = useSystem()
  const { experience, explanation } = answer
  const share =
    system.components.find((one) => one.name === decision.model)?.model?.predicts === 'probability'
  const parameters: JsonObject = isObject(experience.parameters) ? experience.parameters : {}
  return (
    <Panel
      title="The answer"
      aside={
        <Link
          to="/systems/$system/decisions/$id"
          params={{ system: system.name, id: answer.id }}
          className="small"
        >
          Open it stage by stage
        </Link>
      }
    >
      <div className="answer">
        <div className="answer-top">
          <p className="answer-said">
            {formatPrediction(answer.prediction)}
            {before !== undefined && before.prediction !== answer.prediction && (
              <span className="small quiet"> was {formatPrediction(before.prediction)}</span>
            )}
          </p>
          <Experience name={experience.name} style={experience.style} />
        </div>
        {experience.text !== undefined && <blockquote className="answer-text">{experience.text}</blockquote>}
        {Object.keys(parameters).length > 0 && <Values values={parameters} />}
        <Facts
          facts={{
            Why: <ReasonMark reason={answer.reason} code={answer.code} degraded={answer.degraded} />,
            Propensity: formatShare(answer.propensity),
            Guardrails: joined(answer.guardrails.map((one) => `${one.guardrail}: ${one.because}`)),
            Model: joined(answer.model.map((one) => `${one.name}, version ${one.version}`)),
          }}
        />
        {explanation !== undefined && <WaterfallChart explanation={explanation} share={share} />}
      </div>
    </Panel>
  )
}

const joined = (texts: readonly string[]): string | undefined =>
  texts.length === 0 ? undefined : texts.join('; ')
