import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { changedIn } from './cases.ts'
import type { Designing } from './use-designer.ts'
import './unsaved-bar.css'

/** Says that something was changed, takes it back, or goes on to save it. */
export function UnsavedBar({ designing, save }: { designing: Designing; save: () => void }) {
  const { changes, canUndo, undo, clear, cases, exact } = designing
  if (changes.length === 0 && !canUndo) return null
  const count = changes.length
  return (
    <section className="unsaved" aria-label="Unsaved changes">
      <p>
        <b>{count === 0 ? 'Nothing' : `${count} number${count === 1 ? '' : 's'}`} changed</b>
        {count > 0 && (
          <span className="quiet">
            , not saved: {exact ? '' : 'about '}
            {changedIn(cases).length} of {cases.length} decisions
          </span>
        )}
      </p>
      <Button
        size="sm"
        variant="subtle"
        disabled={!canUndo}
        onClick={undo}
        leftSection={<IconArrowBackUp size={16} />}
      >
        Undo
      </Button>
      <Button size="sm" variant="subtle" onClick={clear}>
        Undo all
      </Button>
      <Button size="sm" variant="filled" disabled={count === 0} onClick={save}>
        Save as a new version
      </Button>
    </section>
  )
}
