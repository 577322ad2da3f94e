import {
  IconCircleCheckFilled,
  IconCircleXFilled,
  IconHelpCircleFilled,
  IconHourglass,
} from '@tabler/icons-react'
import type { FlightVerdict } from 'holon'
import './say-mark.css'

const icons = {
  ship: IconCircleCheckFilled,
  stop: IconCircleXFilled,
  'keep running': IconHourglass,
  'cannot say': IconHelpCircleFilled,
}

/** What a scorecard says to do: by shape, word and colour. */
export function SayMark({ verdict }: { verdict: Pick<FlightVerdict, 'say' | 'arm'> }) {
  const { say, arm } = verdict
  const Icon = icons[say]
  return (
    <span className="say" data-say={say}>
      <Icon size={16} aria-hidden="true" />
      {say === 'ship' && arm !== undefined ? `ship ${arm}` : say}
    </span>
  )
}
