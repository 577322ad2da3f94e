import type { PowerDocument } from 'holon'
import { countWords } from '../format/flight-unit.ts'
import { shadeOf } from './shade-of.ts'
import { dayWords, planWords, questionWords } from './words.ts'

/** What each way of looking takes; or what is missing to know it. */
export function Takes({ document }: { document: PowerDocument }) {
  const { plans, unit, words } = document
  const question = questionWords(document)
  if (question === undefined || plans.every(({ units }) => units === null)) {
    return (
      <section className="power-takes" aria-label="What it takes">
        <p className="power-missing">{words}</p>
      </section>
    )
  }
  return (
    <section className="power-takes" aria-label="What it takes" aria-live="polite">
      <p>{question}</p>
      <ul>
        {plans.map((plan) => (
          <li key={planWords(plan)}>
            <h3>
              <i className="power-swatch" data-shade={shadeOf(plan)} aria-hidden="true" />
              {planWords(plan)}
            </h3>
            <p className="power-days">{plan.days === null ? 'not known how long' : dayWords(plan.days)}</p>
            <p>{plan.units === null ? 'not known' : countWords(plan.units, unit)}</p>
          </li>
        ))}
      </ul>
      <p className="small quiet">
        Looking once means: at the end, and not before. The scorecard holds at any look, and that costs more;
        it often stops earlier than planned, where the effect is larger.
      </p>
    </section>
  )
}
