import type { Explanation } from 'holon'
import type { HTMLAttributes, ReactElement } from 'react'

import { type Answered, useExposure } from './use-exposure.ts'
import { Why, type WhyWords } from './why.tsx'

/** Of an answer, what an annotation shows. */
export interface Annotated extends Answered {
  readonly text?: string | undefined
  readonly explanation?: Explanation | undefined
}

/** Properties of `Annotation`, and any attribute of its element. */
export interface AnnotationProps extends HTMLAttributes<HTMLDivElement> {
  readonly answer: Annotated
  readonly words?: Partial<WhyWords>
}

/**
 * A note beside what it is about: what the answer says, or the children instead, and why on request. Tells when it was
 * really seen.
 */
export function Annotation({ answer, words, children, ...rest }: AnnotationProps): ReactElement {
  const seen = useExposure(answer)
  return (
    <div role="note" data-holon="annotation" {...rest} ref={seen}>
      <div data-part="body">{children ?? answer.text}</div>
      <Why explanation={answer.explanation} words={words} />
    </div>
  )
}
