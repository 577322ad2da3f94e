import type { Mark } from '../chart/marks.ts'
import './legend.css'

/** How to read the charts. */
export function Legend({ marks }: { marks: readonly Mark[] }) {
  return (
    <ul className="legend-line small">
      <li>
        <Sample look="measured" /> as measured, with its 95% interval
      </li>
      <li>
        <Sample look="truth" /> <span className="truth">only the world knows</span>
      </li>
      <li>
        <span className="legend-zone" /> where the target is reached
      </li>
      {marks.some(({ by }) => by === 'scenario') && (
        <li>
          <span className="legend-mark" data-by="scenario" /> something befell the world
        </li>
      )}
      {marks.some(({ by }) => by === 'monitor') && (
        <li>
          <span className="legend-mark" data-by="monitor" /> it was noticed
        </li>
      )}
    </ul>
  )
}

/** A short piece of a line. */
export function Sample({ look }: { look: string }) {
  return (
    <svg className="legend-sample line-of" data-look={look} width="26" height="14" aria-hidden="true">
      <path className="line-band" d="M0 1h26v12h-26Z" />
      <path className="line-itself" d="M1 7h24" />
    </svg>
  )
}
