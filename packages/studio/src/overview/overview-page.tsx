import { Button } from '@mantine/core'
import { IconArrowUpRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { brokenModels } from '../break/broken.ts'
import { SufferingBanner } from '../break/suffering-banner.tsx'
import { Page } from '../look/page.tsx'
import { Panel } from '../look/panel.tsx'
import { Answered } from '../look/state.tsx'
import { useSystem } from '../shell/system.ts'
import { goalsQuery, healthQuery } from '../wire/queries.ts'
import { Findings } from './findings.tsx'
import { GoalLadder } from './goal-ladder.tsx'
import { HappeningList } from './happening-list.tsx'
import { Latest } from './latest.tsx'
import './overview-page.css'

/** A system at a glance: what it is for, whether it reaches its goals, what it does now, what is wrong with it. */
export function OverviewPage() {
  const system = useSystem()
  const goals = useQuery(goalsQuery(system.name, {}))
  return (
    <Page title={system.title} lead={system.purpose} controls={<Doors />}>
      <SufferingBanner />
      <Problems />
      <div className="overview">
        <div className="overview-column">
          <Panel
            title="Goals"
            aside={
              <Link to="/systems/$system/goals" params={{ system: system.name }} className="small">
                All goals
              </Link>
            }
          >
            <Answered query={goals} lines={10}>
              {(goals) => <GoalLadder goals={goals} />}
            </Answered>
          </Panel>
          <Panel title="What the check found">
            <Findings findings={system.findings} />
          </Panel>
        </div>
        <div className="overview-column">
          <Panel
            title="Decisions"
            aside={
              <Link to="/systems/$system/decisions" params={{ system: system.name }} className="small">
                All decisions
              </Link>
            }
          >
            <Latest />
          </Panel>
          <Panel title="What happened">
            <HappeningList />
          </Panel>
        </div>
      </div>
    </Page>
  )
}

function Doors() {
  const { name, page } = useSystem()
  return (
    <>
      <Button
        size="sm"
        renderRoot={(props) => <Link to="/systems/$system/try" params={{ system: name }} {...props} />}
      >
        Try a decision
      </Button>
      {page !== undefined && (
        <Button
          size="sm"
          variant="filled"
          component="a"
          href={page}
          rightSection={<IconArrowUpRight size={16} aria-hidden="true" />}
        >
          Open the product
        </Button>
      )}
    </>
  )
}

function Problems() {
  const { data: health } = useQuery(healthQuery)
  const broken = brokenModels(useSystem())
  // What the server says of a broken model is told at length by the banner above.
  const others = (health?.problems ?? []).filter((problem) =>
    broken.every(({ name }) => !problem.includes(name)),
  )
  if (others.length === 0) return null
  return (
    <ul className="problems">
      {others.map((problem) => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
  )
}
