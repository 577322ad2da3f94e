import { Panel } from '../../look/panel.tsx'
import { Empty } from '../../look/state.tsx'
import type { Mark } from '../chart/marks.ts'
import { formatDays } from '../run-words.ts'
import './happened-panel.css'

/** What befell the world and what was noticed, in order of time. */
export function HappenedPanel({ marks }: { marks: readonly Mark[] }) {
  const isAlone = marks.every(({ by }) => by === 'monitor')
  return (
    <Panel title="What happened, and what was noticed">
      {marks.length === 0 ? (
        <Empty title="Nothing so far: nothing befell this world, and nothing was noticed." />
      ) : (
        <ol className="happened">
          {marks.map((mark) => (
            <li key={mark.key} data-begins={mark.number !== undefined}>
              <span className="happened-day small quiet">day {Number(mark.day.toFixed(1))}</span>
              <span className="happened-sign">
                {mark.number ?? <span aria-hidden="true">{mark.by === 'monitor' ? '▾' : '–'}</span>}
              </span>
              <span>
                <span className="hidden">
                  {mark.by === 'scenario' ? 'It happened: ' : 'It was noticed: '}
                </span>
                {mark.what}
                <Again mark={mark} />
                <Lateness mark={mark} alone={isAlone} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}

/** How often it was noticed in the same words. */
function Again({ mark: { times, until } }: { mark: Mark }) {
  if (times === undefined || until === undefined) return null
  return (
    <span className="quiet small">
      {times.toLocaleString('en-US')} times until day {Number(until.toFixed(1))}
    </span>
  )
}

function Lateness({ mark: { by, late, number }, alone }: { mark: Mark; alone: boolean }) {
  if (alone) return null
  if (by === 'monitor') {
    return (
      <span className="quiet small">
        {late === undefined ? 'before anything befell' : `${formatDays(late)} late`}
      </span>
    )
  }
  if (number === undefined) return null
  if (late === undefined) return <span className="happened-unseen small">nobody noticed so far</span>
  return <span className="quiet small">noticed {formatDays(late)} later</span>
}
