import { type HTMLAttributes, type ReactElement, type ReactNode, useId, useState } from 'react'

import { Action } from './action.tsx'

/** Properties of `AuditPrompt`, and any attribute of its element. */
export interface AuditPromptProps<N extends string = string>
  extends Omit<HTMLAttributes<HTMLElement>, 'title'> {
  readonly answer: { readonly audits: readonly N[] } | undefined
  /** What chance may have drawn this person for. */
  readonly feedback: N
  /** The question itself: `Thumbs`, `Stars`, or your own. */
  readonly children: ReactNode
  /** Why they are asked. */
  readonly title?: ReactNode
  /** Default `Rather not`. Whoever declines is not asked again. */
  readonly decline?: ReactNode
  /** What then stands there. */
  readonly declined?: ReactNode
}

/**
 * Asks a person whom chance drew, for an audit of a feedback; nothing where they were not drawn. It takes no focus, is
 * announced, and can be declined.
 */
export function AuditPrompt<N extends string>(props: AuditPromptProps<N>): ReactElement | null {
  const {
    answer,
    feedback,
    children,
    title = 'You were drawn at random: your answer stands for many others.',
    decline = 'Rather not',
    declined = 'That is all right.',
    ...rest
  } = props
  const name = useId()
  const [isOver, setOver] = useState(false)
  if (answer?.audits.includes(feedback) !== true) return null
  return (
    <section data-holon="prompt" data-kind="audit" aria-labelledby={name} {...rest}>
      <p id={name} role="status" tabIndex={-1} data-part="title">
        {isOver ? declined : title}
      </p>
      {!isOver && (
        <>
          {children}
          <div data-part="actions">
            <Action
              onClick={() => {
                setOver(true)
                document.getElementById(name)?.focus()
              }}
            >
              {decline}
            </Action>
          </div>
        </>
      )}
    </section>
  )
}
