import { lazy, Suspense, useState } from 'react'
import card from '../../model/audit-risk.card.json' with { type: 'json' }
import type { Shown } from './client.ts'

const CardDialog = lazy(async () => ({ default: (await import('../card/card-dialog.tsx')).CardDialog }))

/** Which data the estimate was learned from, what it leaves out, and the way to the whole card. */
export function ModelNote({ versions }: { versions: Shown['model'] }) {
  const [reading, setReading] = useState(false)
  const model = versions.map(({ name, version }) => `${name}, version ${version}`).join('; ')
  return (
    <p className="small">
      The estimate was learned from {card.data.returns.toLocaleString('en-US')} artificial audit records, not
      from audits by the IRS: it shows how such a meter works, not how the IRS decides. Age and gender are
      never used.{' '}
      <button type="button" className="link" onClick={() => setReading(true)}>
        Read the model card
      </button>{' '}
      ({model}).
      <Suspense>{reading && <CardDialog onClose={() => setReading(false)} />}</Suspense>
    </p>
  )
}
