import { IconCircleCheckFilled, IconCircleDashed, IconCircleXFilled } from '@tabler/icons-react'
import type { GoalStatus } from 'holon'
import './status.css'

const icons = { met: IconCircleCheckFilled, missed: IconCircleXFilled, inconclusive: IconCircleDashed }

/** Whether a goal is reached: by shape, word and colour. `bare` leaves the word to the screen reader. */
export function Status({ status, bare = false }: { status: GoalStatus; bare?: boolean }) {
  const Icon = icons[status]
  return (
    <span className="status" data-status={status}>
      <Icon size={16} aria-hidden="true" />
      <span className={bare ? 'hidden' : undefined}>{status}</span>
    </span>
  )
}
