import { Link } from '@tanstack/react-router'
import { usePlaces } from './use-places.ts'

/** The links of the navigation at the bottom of a narrow screen, within reach of a thumb. */
export function Tabs({ system }: { system: string }) {
  return (
    <nav className="tabs" aria-label="Pages">
      {usePlaces(system).map(({ to, label, Icon, exact }) => (
        <Link key={to} to={to} params={{ system }} activeOptions={{ exact }} className="tab">
          <Icon size={20} stroke={1.7} aria-hidden="true" />
          {label}
        </Link>
      ))}
    </nav>
  )
}
