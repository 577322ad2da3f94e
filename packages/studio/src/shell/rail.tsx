import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { SystemDocument } from 'holon'
import { brokenModels } from '../break/broken.ts'
import { Logo } from '../look/logo.tsx'
import { healthQuery, systemsQuery } from '../wire/queries.ts'
import { BrokenMark } from './broken-mark.tsx'
import { ConnectionMark } from './connection-mark.tsx'
import { SchemeSwitch } from './scheme-switch.tsx'
import { usePlaces } from './use-places.ts'

/** Navigation: at the left of a wide screen, on top of a narrow one (where `Tabs` carries the links). */
export function Rail({ system, document }: { system: string; document: SystemDocument | undefined }) {
  const { data: health } = useQuery(healthQuery)
  const places = usePlaces(system)
  const broken = document === undefined ? [] : brokenModels(document)
  return (
    <header className="rail">
      <Link to="/" className="brand" aria-label="Holon, all systems">
        <Logo />
        <span>Holon</span>
      </Link>
      <SystemName system={system} title={document?.title} />
      <nav className="rail-nav" aria-label="Pages">
        {places.map(({ to, label, Icon, exact }) => (
          <Link key={to} to={to} params={{ system }} activeOptions={{ exact }} className="place">
            <Icon size={18} stroke={1.7} aria-hidden="true" />
            {label}
          </Link>
        ))}
      </nav>
      <div className="rail-foot">
        {broken.length > 0 && <BrokenMark system={system} models={broken} />}
        <ConnectionMark />
        <SchemeSwitch />
        <span className="rail-version quiet small">
          {health === undefined ? '' : `Holon ${health.version}`}
        </span>
      </div>
    </header>
  )
}

function SystemName({ system, title }: { system: string; title: string | undefined }) {
  const navigate = useNavigate()
  const { data: systems } = useQuery(systemsQuery)
  if (systems === undefined || systems.length < 2) return <p className="rail-system">{title}</p>
  return (
    <NativeSelect
      className="rail-system"
      aria-label="System"
      size="xs"
      value={system}
      data={systems.map((one) => ({ value: one.name, label: one.title }))}
      onChange={(event) =>
        void navigate({ to: '/systems/$system', params: { system: event.currentTarget.value } })
      }
    />
  )
}
