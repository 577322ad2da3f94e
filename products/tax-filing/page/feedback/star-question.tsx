import { IconStar, IconStarFilled } from '@tabler/icons-react'
import type { DecisionId } from 'holon'
import { useId } from 'react'
import type { Said } from '../draft/draft.ts'
import { say } from './say.ts'
import './feedback.css'
import './star-question.css'

const stars = [1, 2, 3, 4, 5]

/** One to five stars for the whole of it. */
export function StarQuestion({ decision, said }: { decision: DecisionId<'audit-risk-meter'>; said: Said }) {
  const name = useId()
  const given = typeof said.stars === 'number' ? said.stars : 0
  return (
    <fieldset className="ask">
      <legend className="ask-text">How did filing go?</legend>
      <div className="ask-stars">
        {stars.map((count) => (
          <label key={count}>
            <input
              type="radio"
              name={name}
              checked={given === count}
              onChange={() => say(decision, 'stars', count)}
            />
            {count <= given ? <IconStarFilled size={32} aria-hidden /> : <IconStar size={32} aria-hidden />}
            <span className="unseen">{count === 1 ? '1 star' : `${count} stars`}</span>
          </label>
        ))}
      </div>
      {given > 0 && <p className="quiet">Thank you.</p>}
    </fieldset>
  )
}
