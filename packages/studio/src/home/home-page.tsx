import { useQuery } from '@tanstack/react-query'
import { Link, Navigate } from '@tanstack/react-router'
import type { SystemDocument } from 'holon'
import { Logo } from '../look/logo.tsx'
import { Page } from '../look/page.tsx'
import { Answered, Empty } from '../look/state.tsx'
import { SchemeSwitch } from '../shell/scheme-switch.tsx'
import { systemsQuery } from '../wire/queries.ts'
import './home-page.css'

/** The systems of this installation; where there is only one, that one. */
export function HomePage() {
  const query = useQuery(systemsQuery)
  const only = query.data?.length === 1 ? query.data[0] : undefined
  if (only !== undefined) return <Navigate to="/systems/$system" params={{ system: only.name }} replace />
  return (
    <main className="home">
      <header className="home-head">
        <Logo />
        <strong>Holon</strong>
        <SchemeSwitch />
      </header>
      <Page title="Systems" lead="Whole products with models in them, declared, running and measured.">
        <Answered query={query}>{(systems) => <SystemList systems={systems} />}</Answered>
      </Page>
    </main>
  )
}

function SystemList({ systems }: { systems: readonly SystemDocument[] }) {
  if (systems.length === 0) {
    return (
      <Empty title="No system runs here.">
        Declare one with <code>defineSystem</code> in a file of <code>products/</code> and start again.
      </Empty>
    )
  }
  return (
    <ul className="home-list">
      {systems.map((system) => (
        <li key={system.name}>
          <Link to="/systems/$system" params={{ system: system.name }} className="home-system">
            <h2>{system.title}</h2>
            <p>{system.purpose}</p>
            <span className="quiet small">{countParts(system)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function countParts({ components, decisions, goals }: SystemDocument): string {
  const ml = components.filter((one) => one.ml).length
  const parts = `${count(components.length, 'component')}, ${ml} of them ML`
  return [parts, count(decisions.length, 'decision'), count(goals.length, 'goal')].join(' · ')
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`
