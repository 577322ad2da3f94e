import {
  type HTMLAttributes,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
} from 'react'

import { Action } from './action.tsx'
import { type Answered, useExposure } from './use-exposure.ts'

/** Texts of `FullPageWarning`. */
export interface WarningWords {
  readonly safe: ReactNode
  readonly details: ReactNode
  readonly proceed: ReactNode
}

const english: WarningWords = { safe: 'Back to safety', details: 'Details', proceed: 'Continue anyway' }

/** Properties of `FullPageWarning`, and any attribute of its element. */
export interface FullPageWarningProps extends Omit<HTMLAttributes<HTMLDialogElement>, 'title'> {
  readonly answer?: Answered | undefined
  readonly title: ReactNode
  /** Takes the person out of harm's way; also what Escape does. */
  readonly onSafe: () => void
  /** The dangerous way on, behind the details. Absent: there is none. */
  readonly onProceed?: () => void
  /** What those who want to know more are told. */
  readonly details?: ReactNode
  readonly words?: Partial<WarningWords>
}

/**
 * Takes the whole page while it is mounted. The safe action comes first and has the focus; the dangerous one is behind
 * the details; Escape is the safe action. Nothing behind it can be reached, and the focus returns to where it was.
 */
export function FullPageWarning(props: FullPageWarningProps): ReactElement {
  const { answer, title, onSafe, onProceed, details, words, children, ...rest } = props
  const said = { ...english, ...words }
  const dialog = useRef<HTMLDialogElement>(null)
  const safe = useRef<HTMLDivElement>(null)
  const seen = useExposure(answer)
  const [name, description] = [useId(), useId()]
  useLayout(() => {
    const shown = dialog.current
    open(shown, safe.current)
    return () => shown?.close()
  }, [])
  return (
    <dialog
      data-holon="full-page-warning"
      role="alertdialog"
      aria-modal
      aria-labelledby={name}
      aria-describedby={description}
      {...rest}
      ref={dialog}
      onCancel={(event) => {
        event.preventDefault()
        onSafe()
      }}
      // A browser closes it at the second Escape, whatever it is told.
      onClose={() => open(dialog.current, safe.current)}
    >
      <div data-part="sheet" ref={seen}>
        <h1 id={name} data-part="title">
          {title}
        </h1>
        <div id={description} data-part="body">
          {children}
        </div>
        <div data-part="actions" ref={safe}>
          <Action kind="safe" onClick={onSafe}>
            {said.safe}
          </Action>
        </div>
        {(details !== undefined || onProceed !== undefined) && (
          <details>
            <summary>{said.details}</summary>
            <div data-part="details">{details}</div>
            {onProceed && (
              <Action kind="risky" onClick={onProceed}>
                {said.proceed}
              </Action>
            )}
          </details>
        )}
      </div>
    </dialog>
  )
}

// Closed while it is still in the page, it gives the focus back. React 18 complains about layout on a server.
const useLayout = typeof document === 'undefined' ? useEffect : useLayoutEffect

function open(dialog: HTMLDialogElement | null, safe: HTMLElement | null): void {
  if (dialog === null || !dialog.isConnected || dialog.open) return
  dialog.showModal()
  safe?.querySelector('button')?.focus()
}
