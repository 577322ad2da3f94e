import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { callText } from '../copy/call.ts'
import { CopyAs } from '../copy/copy-as.tsx'
import { Page } from '../look/page.tsx'
import { Panel } from '../look/panel.tsx'
import { Empty, Failure, Waiting } from '../look/state.tsx'
import { useSystem } from '../shell/system.ts'
import { PlanForm } from './plan-form.tsx'
import './power.css'
import { PowerCurve } from './power-curve.tsx'
import { powerAddress, powerQuery } from './queries.ts'
import { Takes } from './takes.tsx'
import { optionsOf, type PowerChange, type PowerView, plannable } from './view.ts'

const route = getRouteApi('/systems/$system/power')

const lead =
  'How many people, and days, a flight needs before it can tell: from what is measured now, and for looking once or whenever you like.'

/** What a flight for a goal takes, and which effects it finds after how many days. */
export function PowerPage() {
  const { goals } = useSystem()
  const view = route.useSearch()
  const all = plannable(goals)
  const goal = all.find((one) => one === view.goal) ?? all[0]
  return (
    <Page title="How long must a flight be?" lead={lead}>
      {goal === undefined ? (
        <Empty title="No goal here can be planned for.">
          Declare one that is a rate, a mean, a sum or a ratio of the decisions.
        </Empty>
      ) : (
        <ForGoal goal={goal} goals={all} view={view} />
      )}
    </Page>
  )
}

function ForGoal({ goal, goals, view }: { goal: string; goals: readonly string[]; view: PowerView }) {
  const { name: system } = useSystem()
  const navigate = route.useNavigate()
  const options = optionsOf(view)
  const query = useQuery(powerQuery(system, goal, options))
  const change = (part: PowerChange) =>
    void navigate({ search: (now) => clean({ ...now, ...part }), replace: true })
  const copy = (
    <CopyAs
      of="the plan"
      sql={powerAddress(system, goal, options)}
      typescript={callText(system, 'power', goal, options)}
    />
  )
  return (
    <div className="power">
      <Panel title="The plan">
        <PlanForm key={goal} goal={goal} goals={goals} view={view} known={query.data} change={change} />
      </Panel>
      <div className="power-answer" aria-busy={query.isPlaceholderData}>
        {query.isError && <Failure error={query.error} />}
        {query.isPending && <Waiting lines={10} />}
        {query.data !== undefined && !query.isError && (
          <>
            <Takes document={query.data} />
            <Panel title="Smallest effect that is found, by days" aside={copy}>
              <PowerCurve document={query.data} />
            </Panel>
          </>
        )}
      </div>
    </div>
  )
}

/** Without what is not given. */
const clean = (view: PowerChange): PowerView =>
  Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined))
