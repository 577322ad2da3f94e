import type { Shown } from './client.ts'

/** Which data the estimate was learned from, and what it leaves out. */
export function ModelNote({ versions }: { versions: Shown['model'] }) {
  return (
    <p className="small">
      The estimate was learned from 2,000 artificial audit records, not from audits by the IRS: take it as a
      demonstration. It never uses age or gender.{' '}
      {versions.map(({ name, version }) => `Model ${name} ${version}.`).join(' ')}
    </p>
  )
}
