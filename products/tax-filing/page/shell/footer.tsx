import { useState } from 'react'
import { useDraft } from '../draft/store.ts'
import { Confirm } from '../look/confirm.tsx'
import { forgetEverywhere } from './forget-everywhere.ts'
import { go } from './route.ts'
import './footer.css'

/** What is kept and what is sent, and the way to have it deleted. */
export function Footer() {
  const draft = useDraft()
  const [asking, setAsking] = useState(false)
  const remove = () => {
    setAsking(false)
    void forgetEverywhere()
    go({ view: 'start' })
  }
  return (
    <footer className="footer">
      <p>
        Your answers are kept in this browser. For the audit-risk meter, the finished return is sent to this
        service under a random number, without your name, and sealed there.
      </p>
      {draft !== undefined && (
        <button type="button" className="link" onClick={() => setAsking(true)}>
          Delete my answers
        </button>
      )}
      {asking && (
        <Confirm
          title="Delete your answers?"
          yes="Delete"
          no="Keep them"
          onYes={remove}
          onClose={() => setAsking(false)}
        >
          This deletes your return from this browser, and asks the service to make what it was sent
          unreadable. It cannot be undone.
        </Confirm>
      )}
    </footer>
  )
}
