import { IconShieldCheck, IconShieldFilled } from '@tabler/icons-react'
import { Stage } from '../stage.tsx'
import './guard-stage.css'
import type { Opened } from './opened.ts'

/** What the guardrails did. */
export function GuardStage({ document, point, replayed }: Opened) {
  const { record } = document
  const silent = (point?.guardrails ?? []).filter((guardrail) =>
    record.interventions.every((one) => one.guardrail !== guardrail.name),
  )
  return (
    <Stage
      title="Guard"
      does="Rules outside the model, after everything else. Nothing runs after them."
      ms={record.timings.guard}
      replayed={replayed('guard')}
    >
      {record.interventions.length === 0 && silent.length === 0 && (
        <p className="quiet">No guardrail is declared.</p>
      )}
      <ul className="guardrails">
        {record.interventions.map((one) => (
          <li key={`${one.guardrail} ${one.from}`} data-acted="true">
            <IconShieldFilled size={17} aria-hidden="true" />
            <div>
              <b>{one.guardrail}</b>{' '}
              {one.did === 'clamp' ? `held ${one.from} within its bounds` : `made ${one.from} into ${one.to}`}
              <p className="small">{one.because}</p>
            </div>
          </li>
        ))}
        {silent.map((one) => (
          <li key={one.name}>
            <IconShieldCheck size={17} aria-hidden="true" />
            <div>
              <b>{one.name}</b> let it pass
              <p className="small quiet">{one.promise}</p>
            </div>
          </li>
        ))}
      </ul>
    </Stage>
  )
}
