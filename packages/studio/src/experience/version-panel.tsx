import { Button } from '@mantine/core'
import type { TuningDocument } from 'holon'
import { formatTime } from '../format/time.ts'
import { Panel } from '../look/panel.tsx'
import { ChangeList } from './change-list.tsx'
import { goingBack, type Saving } from './saving.ts'
import type { Utilities } from './utilities.ts'
import './version-panel.css'

/** Every version with who made it, when and why; each can be gone back to. */
export function VersionPanel(props: {
  present: Utilities
  versions: readonly TuningDocument[]
  goBack: (saving: Saving) => void
}) {
  const { present, versions } = props
  const goBack = (version?: TuningDocument) => props.goBack(goingBack(present, versions, version))
  const latest = versions.at(-1)
  return (
    <Panel title="Versions">
      <ol className="versions">
        {versions.toReversed().map((one) => (
          <li key={one.version}>
            <div className="version-words">
              <p>
                <b>Version {one.version}</b>
                {one === latest && <span className="version-now">at work</span>}
                <span className="quiet small">
                  {one.by}, <time dateTime={new Date(one.at).toISOString()}>{formatTime(one.at)}</time>
                </span>
              </p>
              <p>{one.reason}</p>
              <ChangeList changes={one.changes} />
            </div>
            {one !== latest && (
              <Button aria-label={`Go back to version ${one.version}`} onClick={() => goBack(one)}>
                Go back to this one
              </Button>
            )}
          </li>
        ))}
        <li>
          <p className="version-words">
            <b>As declared</b>
            {latest === undefined && <span className="version-now">at work</span>}
            <span className="quiet small">in the code of the product</span>
          </p>
          {latest !== undefined && (
            <Button aria-label="Go back to what is declared" onClick={() => goBack()}>
              Go back to this one
            </Button>
          )}
        </li>
      </ol>
    </Panel>
  )
}
