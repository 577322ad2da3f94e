import { createElement, type HTMLAttributes, type ReactElement, type ReactNode, useId } from 'react'

import { Action } from './action.tsx'
import { type Answered, useExposure } from './use-exposure.ts'

/** Properties of `Prompt`, and any attribute of its element. */
export interface PromptProps extends Omit<HTMLAttributes<HTMLElement>, 'title'> {
  readonly answer?: Answered | undefined
  readonly title: ReactNode
  /** Level of the title's heading; default 2. */
  readonly level?: 1 | 2 | 3 | 4 | 5 | 6
  /** What can be done about it: some `Action`s. */
  readonly actions?: ReactNode
  /** Given: it can be dismissed, by a button or by Escape. Dismissing consents to nothing. */
  readonly onDismiss?: () => void
  /** Default `Not now`. */
  readonly dismiss?: ReactNode
  /** Interrupts a screen reader instead of waiting until it is done. */
  readonly isUrgent?: boolean
}

/**
 * Asks for something without taking over: it is announced, takes no focus, and can be left alone. Tells when it was
 * really seen.
 */
export function Prompt(props: PromptProps): ReactElement {
  const {
    answer,
    title,
    level = 2,
    actions,
    onDismiss,
    dismiss = 'Not now',
    isUrgent,
    children,
    ...rest
  } = props
  const seen = useExposure(answer)
  const name = useId()
  return (
    <section
      data-holon="prompt"
      aria-labelledby={name}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || onDismiss === undefined) return
        event.stopPropagation()
        onDismiss()
      }}
      {...rest}
      ref={seen}
    >
      <div role={isUrgent ? 'alert' : 'status'}>
        {createElement(`h${level}`, { id: name, 'data-part': 'title' }, title)}
      </div>
      {children !== undefined && <div data-part="body">{children}</div>}
      {(actions !== undefined || onDismiss !== undefined) && (
        <div data-part="actions">
          {actions}
          {onDismiss && <Action onClick={onDismiss}>{dismiss}</Action>}
        </div>
      )}
    </section>
  )
}
