import {
  type CSSProperties,
  type HTMLAttributes,
  type ReactElement,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react'

import { Action } from './action.tsx'
import { spokenAt } from './spoken-at.ts'
import { type CountdownState, useCountdown } from './use-countdown.ts'
import { type Answered, useExposure } from './use-exposure.ts'
import { useLatest } from './use-latest.ts'

/** Texts of `Countdown`. */
export interface CountdownWords {
  /** What it is called. */
  readonly label: string
  readonly safe: ReactNode
  readonly pause: ReactNode
  readonly resume: ReactNode
  /** What is announced now and then. */
  readonly left: (seconds: number) => string
  readonly paused: (seconds: number) => string
  readonly stopped: string
  readonly ended: string
}

const english: CountdownWords = {
  label: 'Countdown',
  safe: 'Stop',
  pause: 'Pause',
  resume: 'Go on',
  left: (seconds) => (seconds === 1 ? '1 second left' : `${seconds} seconds left`),
  paused: (seconds) => `Paused at ${seconds} seconds`,
  stopped: 'Stopped',
  ended: 'Time is up',
}

/** Properties of `Countdown`, and any attribute of its element. */
export interface CountdownProps extends HTMLAttributes<HTMLElement> {
  readonly answer?: Answered | undefined
  /** From how many it counts, once mounted. */
  readonly seconds: number
  /** What happens if nobody does anything. Called once. */
  readonly onEnd: () => void
  /** What keeps it from happening. Its action has the focus, unless the person is writing. */
  readonly onSafe: () => void
  readonly mayPause?: boolean
  /** Further `Action`s. */
  readonly actions?: ReactNode
  /** Seconds left at which it is announced; default 60, 30, 20, 10 and 5. */
  readonly announceAt?: readonly number[]
  readonly words?: Partial<CountdownWords>
}

const usual = [60, 30, 20, 10, 5]

/**
 * Says that something happens soon, and how to stop it: by the focused action, with Enter or Space. No other key does
 * anything, Escape least of all. Where the person may need more time (WCAG 2.2, 2.2.1), let them pause.
 */
export function Countdown(props: CountdownProps): ReactElement {
  const {
    answer,
    seconds,
    onEnd,
    onSafe,
    mayPause,
    actions,
    announceAt = usual,
    words,
    children,
    ...rest
  } = props
  const said = { ...english, ...words }
  const safe = useFocusedOnce()
  const handOn = () => {
    // The actions are about to go, and would take the focus with them.
    if (safe.current?.contains(document.activeElement)) safe.current.closest('section')?.focus()
  }
  const time = useCountdown(seconds, () => {
    handOn()
    onEnd()
  })
  const seen = useExposure(answer)
  const isOver = time.status === 'ended' || time.status === 'stopped'
  const share = { '--share': seconds > 0 ? time.left / seconds : 0 } as CSSProperties
  return (
    <section
      tabIndex={-1}
      data-holon="countdown"
      aria-label={said.label}
      data-status={time.status}
      {...rest}
      ref={seen}
    >
      {children !== undefined && <div data-part="body">{children}</div>}
      <div role="timer" aria-live="off" data-part="time" style={share}>
        {time.left}
      </div>
      <p data-part="spoken" role="status" aria-live="assertive">
        {useSpoken(time, spokenAt(time.left, announceAt), said)}
      </p>
      {!isOver && (
        <div data-part="actions" ref={safe}>
          <Action
            kind="safe"
            onClick={() => {
              handOn()
              time.stop()
              onSafe()
            }}
          >
            {said.safe}
          </Action>
          {actions}
          {mayPause && (
            <Action onClick={time.status === 'paused' ? time.resume : time.pause}>
              {time.status === 'paused' ? said.resume : said.pause}
            </Action>
          )}
        </div>
      )}
    </section>
  )
}

/** What a screen reader is told: nothing new until the next moment, or until it is paused, stopped or at its end. */
function useSpoken({ left, status }: CountdownState, at: number, words: CountdownWords): string {
  const [spoken, setSpoken] = useState('')
  const latest = useLatest({ left, words })
  // biome-ignore lint/correctness/useExhaustiveDependencies: `at` is what says that it is time
  useEffect(() => {
    const { left, words } = latest.current
    setSpoken(
      { running: words.left, paused: words.paused, stopped: () => words.stopped, ended: () => words.ended }[
        status
      ](left),
    )
  }, [at, status, latest])
  return spoken
}

/** Gives the first button inside the focus, once, but takes it from nobody who is writing. */
function useFocusedOnce() {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { activeElement: at } = document
    if (!at?.matches('input, textarea, select, [contenteditable]'))
      element.current?.querySelector('button')?.focus()
  }, [])
  return element
}
