import { Button } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import type { DecisionDocument } from 'holon'
import { Choice } from '../form/choice.tsx'
import { type Filters, reasons } from './filters.ts'

const route = getRouteApi('/systems/$system/decisions')

/** Chooses which decisions to show. The choice is part of the address. */
export function FilterBar({ decisions }: { decisions: readonly DecisionDocument[] }) {
  const filters = route.useSearch()
  const navigate = route.useNavigate()
  const change = (search: Filters) => void navigate({ search, replace: true })
  const some = decisions.filter((one) => filters.decision === undefined || one.name === filters.decision)
  const experiences = [...new Set(some.flatMap((one) => one.experiences.map(({ name }) => name)))]
  const { experience: _, ...withoutExperience } = filters
  return (
    <search className="filters">
      <Choice
        label="Decision"
        none="All decisions"
        value={filters.decision}
        options={decisions.map((one) => one.name)}
        change={(decision) =>
          change({ ...without(withoutExperience, 'decision'), ...named('decision', decision) })
        }
      />
      <Choice
        label="Experience"
        none="All experiences"
        value={filters.experience}
        options={experiences}
        change={(experience) =>
          change({ ...without(filters, 'experience'), ...named('experience', experience) })
        }
      />
      <Choice
        label="Reason"
        none="All reasons"
        value={filters.reason}
        options={reasons}
        change={(reason) => change({ ...without(filters, 'reason'), ...named('reason', reason) })}
      />
      <Button
        aria-pressed={filters.degraded === true}
        variant={filters.degraded ? 'filled' : 'default'}
        onClick={() =>
          change(filters.degraded ? without(filters, 'degraded') : { ...filters, degraded: true })
        }
      >
        Only degraded
      </Button>
      {Object.keys(filters).length > 0 && (
        <Button variant="subtle" onClick={() => change({})}>
          Clear
        </Button>
      )}
    </search>
  )
}

function without(filters: Filters, key: keyof Filters): Filters {
  const { [key]: _, ...rest } = filters
  return rest
}

const named = (key: keyof Filters, value: string): Filters => (value === '' ? {} : { [key]: value })
