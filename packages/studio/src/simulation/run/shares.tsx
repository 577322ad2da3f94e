import type { ReactNode } from 'react'
import { formatNumber, formatShare } from '../../format/number.ts'
import './shares.css'

/** A part of a whole. */
export interface Share {
  readonly key: string
  readonly name: ReactNode
  readonly times: number
  readonly note?: ReactNode
}

/** How often each of a few things happened, as bars against the whole. */
export function Shares({ shares, whole }: { shares: readonly Share[]; whole: number }) {
  return (
    <ul className="shares">
      {shares.map(({ key, name, times, note }) => (
        <li key={key}>
          <span className="share-name">{name}</span>
          <span className="share-bar" aria-hidden="true">
            <span style={{ width: `${whole === 0 ? 0 : (100 * times) / whole}%` }} />
          </span>
          <span className="share-times">{formatNumber(times)}</span>
          <span className="share-part quiet small">{whole === 0 ? '–' : formatShare(times / whole)}</span>
          {note !== undefined && <span className="share-note small">{note}</span>}
        </li>
      ))}
    </ul>
  )
}
