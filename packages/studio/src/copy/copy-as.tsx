import { Button } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { requestSql } from '../wire/request.ts'
import './copy-as.css'

export interface CopyAsProps {
  /** What is copied, for those who cannot see where the buttons stand: `the goals`, `the scorecard`. */
  readonly of: string
  /**
   * Address of the document under `/api/v1`, as `request` takes it; the server answers the SQL of it when `as=sql` is added.
   * Absent where no SQL gives the numbers.
   */
  readonly sql?: string | undefined
  /** The call that answers the same document: see `callText`. */
  readonly typescript: string
}

type Kind = 'SQL' | 'TypeScript'

/** What came of copying; `text` where there is no clipboard, to be copied by hand. */
type Outcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'copied'; readonly as: Kind }
  | { readonly kind: 'failed'; readonly because: string }
  | { readonly kind: 'text'; readonly as: Kind; readonly text: string }

const none: Outcome = { kind: 'none' }

/**
 * Two small buttons that copy what a chart or table shows: as the SQL that the warehouse ran for it, and as the TypeScript
 * that asks for it. Stands in the `aside` of a panel or the controls of a page.
 *
 * @example
 * ```tsx
 * const address = path`/systems/${system}/flights/${flight}/scorecard`
 * <CopyAs of="the scorecard" sql={address} typescript={callText(system, 'scorecard', flight)} />
 * ```
 */
export function CopyAs({ of, sql, typescript }: CopyAsProps) {
  const [outcome, setOutcome] = useState<Outcome>(none)
  useEffect(() => {
    if (outcome.kind !== 'copied') return
    const timer = setTimeout(() => setOutcome(none), 6000)
    return () => clearTimeout(timer)
  }, [outcome])
  const copy = async (as: Kind, text: string | Promise<string>) => setOutcome(await copied(as, text))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, and nothing is filled in here.
    <span className="copy-as" role="group" aria-label={`Copy ${of}`}>
      <IconCopy size={13} aria-hidden="true" />
      {sql !== undefined && (
        <button
          type="button"
          aria-label={`Copy ${of} as SQL`}
          onClick={() => void copy('SQL', requestSql(sql))}
        >
          SQL
        </button>
      )}
      <button
        type="button"
        aria-label={`Copy ${of} as TypeScript`}
        onClick={() => void copy('TypeScript', typescript)}
      >
        TypeScript
      </button>
      <span role="status" data-kind={outcome.kind}>
        {outcome.kind === 'copied' && `${outcome.as} copied`}
        {outcome.kind === 'failed' && outcome.because}
      </span>
      {outcome.kind === 'text' && <ByHand {...outcome} close={() => setOutcome(none)} />}
    </span>
  )
}

async function copied(as: Kind, text: string | Promise<string>): Promise<Outcome> {
  try {
    const known = await text
    return await navigator.clipboard.writeText(known).then(
      () => ({ kind: 'copied', as }) as const,
      () => ({ kind: 'text', as, text: known }) as const,
    )
  } catch (error) {
    // A page that is not served securely has no clipboard, which is told by a TypeError.
    if (error instanceof TypeError) return { kind: 'text', as, text: await text }
    return { kind: 'failed', because: error instanceof Error ? error.message : String(error) }
  }
}

/** The text to copy by hand, where the browser keeps its clipboard to itself. */
function ByHand({ as, text, close }: { as: Kind; text: string; close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="copy-as-text" aria-label={as} onClose={close}>
      <p>This browser does not let the page copy. Here is the {as}, to copy by hand:</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard. */}
      <pre tabIndex={0}>{text}</pre>
      <Button onClick={() => dialog.current?.close()}>Close</Button>
    </dialog>
  )
}
