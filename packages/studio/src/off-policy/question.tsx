import { NativeSelect, SegmentedControl } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { DecisionDocument } from 'holon'
import { type Range, ranges } from '../goals/view.ts'
import { Panel } from '../look/panel.tsx'
import { useSystem } from '../shell/system.ts'
import { type OffPolicyView, policyChoices } from './asked.ts'
import { OtherNumbers } from './other-numbers.tsx'

/** Which policy, which reward, over which time: all of it in the address. */
export function Question(props: {
  decision: DecisionDocument
  chosen: string
  reward: string | undefined
  rewards: readonly string[]
  view: OffPolicyView
}) {
  const { decision, chosen, reward, rewards, view } = props
  const { name: system, decisions } = useSystem()
  const navigate = useNavigate()
  const change = (part: OffPolicyView) =>
    void navigate({
      to: '/systems/$system/off-policy/$decision',
      params: { system, decision: decision.name },
      search: { ...view, ...part },
      replace: true,
    })
  return (
    <Panel title="The question">
      <div className="off-policy-question">
        {decisions.length > 1 && (
          <NativeSelect
            label="Where"
            value={decision.name}
            data={decisions.map(({ name }) => name)}
            onChange={({ currentTarget: { value } }) =>
              void navigate({
                to: '/systems/$system/off-policy/$decision',
                params: { system, decision: value },
              })
            }
          />
        )}
        <NativeSelect
          label="Another policy"
          value={chosen}
          data={policyChoices(decision).map(({ group, items }) => ({ group, items: [...items] }))}
          onChange={({ currentTarget: { value } }) => change({ policy: value })}
        />
        <NativeSelect
          label="Reward"
          value={reward ?? ''}
          data={[...rewards]}
          disabled={rewards.length === 0}
          onChange={({ currentTarget: { value } }) => change({ reward: value })}
        />
        <div>
          <span className="off-policy-label" id="off-policy-time">
            Decisions of
          </span>
          <SegmentedControl
            size="sm"
            aria-labelledby="off-policy-time"
            value={view.range ?? 'all'}
            data={ranges.map(({ range, label }) => ({ value: range, label }))}
            onChange={(value) => change({ range: value as Range })}
          />
        </div>
      </div>
      <p className="off-policy-ran">
        <span className="quiet">What ran:</span> {decision.policy.words}
      </p>
      {chosen === 'numbers' && (
        <OtherNumbers
          decision={decision}
          numbers={view.numbers ?? {}}
          change={(numbers) => change({ numbers })}
        />
      )}
    </Panel>
  )
}
