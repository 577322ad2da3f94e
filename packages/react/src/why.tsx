import type { Explanation } from 'holon'
import type { CSSProperties, ReactElement } from 'react'

/** Texts of `Why`. */
export interface WhyWords {
  readonly why: string
  /** Says what a fact usually is. */
  readonly usually: (reference: string) => string
  /** Says how far a fact moved the prediction: percentage points, or the unit of a predicted number. */
  readonly by: (by: number) => string
}

const english: WhyWords = {
  why: 'Why?',
  usually: (reference) => `usually ${reference}`,
  by: (by) => `${by < 0 ? '\u2212' : '+'}${Math.abs(Math.round(by * 10) / 10)}`,
}

/** Properties of `Why`. */
export interface WhyProps {
  /** As it came with the answer; nothing is shown without one. */
  readonly explanation: Explanation | undefined
  readonly words?: Partial<WhyWords> | undefined
}

/** Why a prediction came out so, folded away until someone asks. */
export function Why({ explanation, words }: WhyProps): ReactElement | null {
  if (explanation === undefined) return null
  const said = { ...english, ...words }
  const most = Math.max(...explanation.facts.map(({ by }) => Math.abs(by)), Number.MIN_VALUE)
  return (
    <details data-holon="why">
      <summary>{said.why}</summary>
      {explanation.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {explanation.facts.length > 0 && (
        <ul>
          {explanation.facts.map(({ fact, value, reference, by }) => (
            <li key={fact} data-way={by < 0 ? 'down' : 'up'}>
              <span data-part="fact">
                {fact} <strong>{value}</strong> <small>{said.usually(reference)}</small>
              </span>
              <span data-part="by" dir="ltr">
                {said.by(by)}
              </span>
              <span data-part="bar" aria-hidden style={{ '--share': Math.abs(by) / most } as CSSProperties} />
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}
