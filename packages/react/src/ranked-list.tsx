import {
  type HTMLAttributes,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'

import { Action } from './action.tsx'
import type { Field } from './field.ts'
import { moved } from './moved.ts'
import { Receipt, type ReceiptWords } from './receipt.tsx'
import { type Answered, useExposure } from './use-exposure.ts'

/** One thing of a ranked list. */
export interface RankedItem {
  readonly id: string
  readonly label: string
  /** Why it stands where it does. */
  readonly reason?: ReactNode
}

/** Texts of `RankedList`. */
export interface RankedListWords extends ReceiptWords {
  readonly up: (label: string) => string
  readonly down: (label: string) => string
  /** What a screen reader is told after a move. */
  readonly moved: (label: string, rank: number, of: number) => string
  readonly send: ReactNode
  readonly reset: ReactNode
}

const english = {
  up: (label: string) => `Move ${label} up`,
  down: (label: string) => `Move ${label} down`,
  moved: (label: string, rank: number, of: number) => `${label} is now number ${rank} of ${of}`,
  send: 'Send this order',
  reset: 'As it was',
}

/** Properties of `RankedList`, and any attribute of its element. */
export interface RankedListProps extends HTMLAttributes<HTMLDivElement> {
  readonly answer?: Answered | undefined
  /** Best first. */
  readonly items: readonly RankedItem[]
  /** What the list is called. */
  readonly label: string
  /** Given: the person can put it in a better order and send that, as the ids best first. */
  readonly field?: Field<readonly string[]>
  readonly words?: Partial<RankedListWords>
}

/** Things in order, each with its reason. The order can be corrected by keyboard as well as by pointer. */
export function RankedList(props: RankedListProps): ReactElement {
  const { answer, items, label, field, words, ...rest } = props
  const said = { ...english, ...words }
  const title = useId()
  const seen = useExposure(answer)
  const given = items.map(({ id }) => id)
  const [draft, setDraft] = useState<{ readonly of: string; readonly order: readonly string[] }>()
  const [spoken, setSpoken] = useState('')
  // Moves belong to the things they were made with.
  const of = given.join('\n')
  const drafted = draft?.of === of ? draft.order : undefined
  const order = drafted ?? field?.value ?? given
  const shown = sorted(items, order)
  const mayMove = field !== undefined && field.status !== 'closed'

  const move = (from: number, to: number) => {
    const ids = shown.map(({ id }) => id)
    setDraft({ of, order: moved(ids, from, to) })
    setSpoken(said.moved(shown[from]?.label ?? '', to + 1, shown.length))
  }
  return (
    <div data-holon="ranked-list" {...rest} ref={seen}>
      <p id={title} data-part="title">
        {label}
      </p>
      <ol aria-labelledby={title}>
        {shown.map((item, rank) => (
          <li key={item.id}>
            <span data-part="body">
              {item.label}
              {item.reason !== undefined && <small>{item.reason}</small>}
            </span>
            {mayMove && <Mover item={item} rank={rank} of={shown.length} move={move} words={said} />}
          </li>
        ))}
      </ol>
      {mayMove && (
        <>
          <p data-part="unseen" role="status">
            {spoken}
          </p>
          {drafted !== undefined && (
            <div data-part="actions">
              <Action
                onClick={() => {
                  field.send([...drafted])
                  setDraft(undefined)
                }}
              >
                {said.send}
              </Action>
              <Action onClick={() => setDraft(undefined)}>{said.reset}</Action>
            </div>
          )}
          <Receipt field={field} words={words} />
        </>
      )}
    </div>
  )
}

function Mover(props: {
  item: RankedItem
  rank: number
  of: number
  move(from: number, to: number): void
  words: Pick<RankedListWords, 'up' | 'down'>
}) {
  const { item, rank, of, move, words } = props
  const pressed = useRef<HTMLButtonElement>(null)
  // React may move the element in the page, which takes the focus from it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new rank is the move
  useEffect(() => {
    pressed.current?.focus()
    pressed.current = null
  }, [rank])
  const button = (to: number, label: string, arrow: string) => (
    <button
      type="button"
      data-holon="action"
      aria-label={label}
      // Not `disabled`, which would lose the focus at either end.
      aria-disabled={to < 0 || to >= of}
      onClick={({ currentTarget }) => {
        if (to < 0 || to >= of) return
        pressed.current = currentTarget
        move(rank, to)
      }}
    >
      <span aria-hidden>{arrow}</span>
    </button>
  )
  return (
    <span data-part="mover">
      {button(rank - 1, words.up(item.label), '\u2191')}
      {button(rank + 1, words.down(item.label), '\u2193')}
    </span>
  )
}

/** The items in an order of ids; those it does not name come last. */
function sorted(items: readonly RankedItem[], order: readonly string[]): readonly RankedItem[] {
  const rank = ({ id }: RankedItem): number => (order.includes(id) ? order.indexOf(id) : order.length)
  return items.toSorted((a, b) => rank(a) - rank(b))
}
