import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import type { Finding } from 'holon'
import './findings.css'

/** What `holon check` says about the declaration, errors first. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) {
    return (
      <p className="findings-none">
        <IconCircleCheck size={18} aria-hidden="true" />
        <span>
          <code>holon check</code> finds nothing missing in the declaration.
        </span>
      </p>
    )
  }
  const sorted = [...findings].sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
  return (
    <ul className="findings">
      {sorted.map((finding) => (
        <li key={`${finding.rule} ${finding.where} ${finding.problem}`} data-severity={finding.severity}>
          {finding.severity === 'error' ? (
            <IconCircleX size={17} aria-label="error" />
          ) : (
            <IconAlertTriangle size={17} aria-label="warning" />
          )}
          <div>
            <p>
              <b>{finding.where}</b>: {finding.problem}
            </p>
            <p className="small finding-fix">{finding.fix}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
