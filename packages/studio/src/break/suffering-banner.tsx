import { Button } from '@mantine/core'
import { IconAlertTriangleFilled } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { goalId } from '../goals/goal-id.ts'
import { useSystem } from '../shell/system.ts'
import { healthQuery } from '../wire/queries.ts'
import { brokenModels, describeFault, type Suffering, sufferingOf } from './broken.ts'
import './suffering-banner.css'
import { useSetFault } from './use-set-fault.ts'

/** For each broken model: what it is now, and who pays. Nothing while all work. */
export function SufferingBanner() {
  const system = useSystem()
  return brokenModels(system).map((model) => (
    <SufferingOf key={model.name} suffering={sufferingOf(system, model)} />
  ))
}

function SufferingOf({ suffering }: { suffering: Suffering }) {
  const { model, decisions, atOnce, inTime } = suffering
  const { data: health } = useQuery(healthQuery)
  const setFault = useSetFault()
  return (
    <aside className="suffering" aria-label={`${model.name} is broken`}>
      <IconAlertTriangleFilled size={20} aria-hidden="true" />
      <div className="suffering-words">
        <h2>
          {model.name}{' '}
          {model.fault.kind === 'nonsense' ? 'talks nonsense' : `is ${describeFault(model.fault)}`}
        </h2>
        {decisions.map(({ name, fallback }) => (
          <p key={name}>
            <b>{name}</b> keeps answering: without a usable prediction people meet <b>{fallback}</b>.
          </p>
        ))}
        {atOnce.length > 0 && (
          <p>
            Suffers at once: <GoalNames goals={atOnce} />.
          </p>
        )}
        {inTime.length > 0 && (
          <p>
            Suffers in time: <GoalNames goals={inTime} />.
          </p>
        )}
      </div>
      {health?.demo === true && (
        <Button
          variant="filled"
          loading={setFault.isPending}
          onClick={() => setFault.mutate({ model: model.name, fault: { kind: 'none' } })}
        >
          Restore
        </Button>
      )}
    </aside>
  )
}

function GoalNames({ goals }: { goals: Suffering['atOnce'] }) {
  const { name: system } = useSystem()
  return goals.map(({ name }, index) => (
    <span key={name}>
      {index > 0 && (index === goals.length - 1 ? ' and ' : ', ')}
      <Link to="/systems/$system/goals" params={{ system }} hash={goalId(name)}>
        {name}
      </Link>
    </span>
  ))
}
