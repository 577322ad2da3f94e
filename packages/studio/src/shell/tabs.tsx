import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { healthQuery } from '../wire/queries.ts'
import { places } from './places.ts'

/** The links of the navigation at the bottom of a narrow screen, within reach of a thumb. */
export function Tabs({ system }: { system: string }) {
  const { data: health } = useQuery(healthQuery)
  return (
    <nav className="tabs" aria-label="Pages">
      {places
        .filter((place) => !place.demo || health?.demo)
        .map(({ to, label, Icon, exact }) => (
          <Link key={to} to={to} params={{ system }} activeOptions={{ exact }} className="tab">
            <Icon size={20} stroke={1.7} aria-hidden="true" />
            {label}
          </Link>
        ))}
    </nav>
  )
}
