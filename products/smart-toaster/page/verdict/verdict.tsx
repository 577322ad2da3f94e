import { Stars } from '@holon/react'
import { useState } from 'react'
import type { Verdict as Said } from '../../domain/shade.ts'
import { useFeedback } from '../holon.ts'
import type { Toast } from '../kitchen/use-breakfast.ts'
import { remember } from '../memory/memory.ts'
import './verdict.css'

const answers: readonly { readonly value: Said; readonly title: string }[] = [
  { value: 'tooLight', title: 'Too light' },
  { value: 'right', title: 'Just right' },
  { value: 'tooDark', title: 'Too dark' },
]

/** How was it? What is said teaches the toaster, where the toast was one it had aimed. */
export function Verdict({ toast }: { toast: Toast }) {
  const { send, field } = useFeedback(toast.answer)
  const [said, setSaid] = useState<Said>()
  const [binned, setBinned] = useState(false)
  const learns = isAsAimed(toast)
  const say = (verdict: Said) => {
    setSaid(verdict)
    send('verdict', verdict)
    if (learns && said === undefined) remember({ aimed: toast.aimed, verdict })
  }
  return (
    <section className="sheet verdict" aria-labelledby="verdict-title">
      <h2 id="verdict-title">How was it?</h2>
      <div className="verdict-answers">
        {answers.map(({ value, title }) => (
          <button key={value} type="button" aria-pressed={said === value} onClick={() => say(value)}>
            {title}
          </button>
        ))}
        <button
          type="button"
          aria-pressed={binned}
          onClick={() => {
            setBinned(true)
            send('thrownAway', true)
          }}
        >
          Threw it away
        </button>
      </div>
      <p className="quiet" role="status">
        {said === undefined
          ? ''
          : learns
            ? thanks[said]
            : 'Noted. From a toast it had not aimed, the toaster learns nothing.'}
      </p>
      {said !== undefined && (
        <Stars field={field('trust')} question="Would you leave it alone with your breakfast?" />
      )}
    </section>
  )
}

/** Only what came out as the model aimed tells something of a taste. */
function isAsAimed({ answer, guardrails, end }: Toast): boolean {
  return answer?.experience === 'toast' && guardrails.length === 0 && end?.saved === undefined
}

const thanks: Readonly<Record<Said, string>> = {
  tooLight: 'Next time it will be darker.',
  right: 'It will keep to that.',
  tooDark: 'Next time it will be lighter.',
}
