import { Link } from '@tanstack/react-router'
import { Empty } from '../look/state.tsx'

/** An address that leads to no page. */
export function NotFound() {
  return (
    <div className="page">
      <Empty title="There is no page at this address.">
        <Link to="/">Go to the systems</Link>
      </Empty>
    </div>
  )
}
