import type { DecisionId } from 'holon'
import { useId } from 'react'
import { type Household, households } from '../../domain/households.ts'
import type { Said } from '../draft/draft.ts'
import { keepHousehold } from '../draft/household.ts'
import { say, unsay } from './say.ts'
import './feedback.css'
import './household-question.css'

const labels: Readonly<Record<Household, string>> = {
  alone: 'I live alone',
  'with other adults': 'With other adults',
  'with children': 'With children',
}

/** Asks how somebody lives, after all is decided; an answer is kept on the device for later returns, and need not be given. */
export function HouseholdQuestion({
  decision,
  said,
}: {
  decision: DecisionId<'audit-risk-meter'>
  said: Said
}) {
  const [name, reason] = [useId(), useId()]
  const choose = (household: Household | undefined) => {
    keepHousehold(household)
    if (household === undefined) unsay(decision, 'household')
    else say(decision, 'household', household)
  }
  return (
    <fieldset className="ask ask-household" aria-describedby={reason}>
      <legend className="ask-text">Who lives in your household? You need not say.</legend>
      <p className="small" id={reason}>
        With the answers of many we check that needless second looks do not fall on some ways to live more
        than on others. It is asked after everything is decided and changes nothing about your return. It is
        counted without your name, and kept on this device so that we need not ask again.
      </p>
      <div className="ask-scale">
        {households.map((one) => (
          <label key={one}>
            <input type="radio" name={name} checked={said.household === one} onChange={() => choose(one)} />
            <span>{labels[one]}</span>
          </label>
        ))}
        <label>
          <input
            type="radio"
            name={name}
            checked={said.household === undefined}
            onChange={() => choose(undefined)}
          />
          <span>Rather not say</span>
        </label>
      </div>
      <p className="quiet" role="status">
        {said.household !== undefined && 'Thank you.'}
      </p>
    </fieldset>
  )
}
