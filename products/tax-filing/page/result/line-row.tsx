import { IconChevronDown } from '@tabler/icons-react'
import { useId } from 'react'
import type { Line } from '../../domain/result.ts'
import { toTheCent } from '../look/amount.ts'
import { Link } from '../shell/link.tsx'
import type { Place } from './question-of-line.ts'

/** One line of the return; opened, it says why the amount is what it is. */
export function LineRow(props: {
  line: Line
  /** Whether it sums up what is above it, and whether it is the sum of all. */
  total: 'sum' | 'last' | undefined
  open: boolean
  onToggle: () => void
  place: Place | undefined
}) {
  const { line, total, open, onToggle, place } = props
  const why = useId()
  return (
    <li className="line" data-total={total}>
      <button type="button" className="line-head" aria-expanded={open} aria-controls={why} onClick={onToggle}>
        <IconChevronDown className="line-mark" size={18} aria-hidden />
        <span className="line-label">{line.label}</span>
        <span className="line-amount sum">{toTheCent(line.amount)}</span>
      </button>
      <div className="line-why" id={why} hidden={!open}>
        <p>{line.because}</p>
        <p className="line-meta">
          <span>{line.form}</span>
          {place !== undefined && <Link to={{ view: 'interview', ...place }}>Change the answer</Link>}
        </p>
      </div>
    </li>
  )
}
