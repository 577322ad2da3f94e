import { Button, NativeSelect } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { TuningDocument } from 'holon'
import { keptDraft } from '../../experience/kept-draft.ts'
import { utilitiesOf } from '../../experience/utilities.ts'
import { versionsOf } from '../../experience/versions.ts'
import { formatSentence } from '../../format/json.ts'
import { Panel } from '../../look/panel.tsx'
import { useSystem } from '../../shell/system.ts'
import { crossedWith, withFactor } from './arms.ts'
import './change-fields.css'
import { usualFactors } from './draft.ts'
import { FactorFields } from './factor-fields.tsx'
import { tuningSources } from './tuning-sources.ts'
import type { Drafting } from './use-drafting.ts'

/** Asks at which decision point, and what differs there. */
export function ChangeFields({
  drafting,
  tunings,
}: {
  drafting: Drafting
  tunings: readonly TuningDocument[]
}) {
  const system = useSystem()
  const { draft, change, errorAt } = drafting
  const { factors = usualFactors } = draft
  const decision = system.decisions.find((one) => one.name === draft.decision)
  const refused = errorAt('arms')
  return (
    <Panel title="What differs">
      <div className="change-fields">
        <NativeSelect
          label="Decision point"
          size="sm"
          description={decision === undefined ? undefined : formatSentence(decision.does)}
          value={draft.decision ?? ''}
          error={errorAt('decision')}
          data={system.decisions.map((one) => one.name)}
          onChange={({ currentTarget }) =>
            change({
              decision: currentTarget.value,
              factors: undefined,
              conditions: undefined,
              among: undefined,
            })
          }
        />
        {decision !== undefined &&
          factors.map((factor, index) => (
            <FactorFields
              // biome-ignore lint/suspicious/noArrayIndexKey: a factor has no other name than the one being typed.
              key={index}
              decision={decision}
              model={system.components.find((one) => one.name === decision.model)}
              sources={tuningSources(
                decision,
                versionsOf(tunings, decision.name),
                keptDraft(system.name, decision.name, utilitiesOf(decision.experiences)),
              )}
              factor={factor}
              crossed={factors.length > 1}
              change={(next) => change({ factors: withFactor(factors, index, next) })}
            />
          ))}
        {refused !== undefined && (
          <p className="flight-error" role="alert" data-refused="true" tabIndex={-1}>
            {refused}
          </p>
        )}
        <div>
          <Button
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            onClick={() => change({ factors: crossedWith(factors) })}
          >
            Cross with another change
          </Button>
          <span className="quiet small change-hint">
            A model and its experience, for example: two by two tells what each does, and what both do
            together.
          </span>
        </div>
      </div>
    </Panel>
  )
}
