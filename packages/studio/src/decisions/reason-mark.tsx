import { IconDice3, IconLifebuoy, IconRoute, IconShield, IconStairsUp } from '@tabler/icons-react'
import type { Reason } from 'holon'
import './reason-mark.css'

const icons = {
  policy: IconRoute,
  exploration: IconDice3,
  ladder: IconStairsUp,
  guardrail: IconShield,
  fallback: IconLifebuoy,
}

/** Why this experience, and what went wrong where something did. */
export function ReasonMark(props: { reason: Reason; code?: string | undefined; degraded: boolean }) {
  const Icon = icons[props.reason]
  return (
    <span className="reason" data-degraded={props.degraded}>
      <Icon size={15} aria-hidden="true" />
      {props.reason}
      {props.degraded && <span className="hidden"> (degraded)</span>}
      {props.code !== undefined && <code className="reason-code">{props.code}</code>}
    </span>
  )
}
