import { NativeSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { DecisionDocument, OffPolicyDocument, PolicyEvaluation } from 'holon'
import { useState } from 'react'
import { Panel } from '../look/panel.tsx'
import { Answered } from '../look/state.tsx'
import { useSystem } from '../shell/system.ts'
import { offPolicyQuery } from './queries.ts'
import { basisWords, rewardsOf, valueWords, verdictWords } from './rewards.ts'
import type { Draft } from './utilities.ts'
import './value-panel.css'

interface Props {
  readonly decision: DecisionDocument
  readonly tuning: Draft
  readonly limit: number
}

/** What the changed numbers would have earned, and whether the log can know; nothing where nothing counts as a reward. */
export function ValuePanel({ decision, tuning, limit }: Props) {
  const system = useSystem()
  const rewards = rewardsOf(decision, system)
  const [reward, setReward] = useState(rewards[0])
  if (reward === undefined) return null
  return (
    <Panel
      title="What it would earn"
      aside={
        <NativeSelect
          aria-label="Reward"
          size="xs"
          value={reward}
          data={[...rewards]}
          onChange={({ currentTarget }) => setReward(currentTarget.value)}
        />
      }
    >
      <Earned {...{ decision, tuning, limit, reward }} />
    </Panel>
  )
}

/** How long a change has to rest before the server is asked. */
const rest = 600

function Earned({ decision, tuning, limit, reward }: Props & { readonly reward: string }) {
  const { name: system, snapshot } = useSystem()
  const [settled] = useDebouncedValue(tuning, rest)
  const query = useQuery(
    offPolicyQuery({ system, decision: decision.name, snapshot, experiences: settled, limit, reward }),
  )
  return (
    <Answered query={query} lines={4}>
      {(document) => <Told document={document} />}
    </Answered>
  )
}

function Told({ document }: { document: OffPolicyDocument }) {
  const [proposed] = document.policies
  return (
    <>
      <dl className="value-facts">
        <dt>Logged</dt>
        <dd>{valueWords(document.logged)}</dd>
        {proposed !== undefined && (
          <>
            <dt>Proposed</dt>
            <dd>{valueWords(proposed)}</dd>
            <dt>Difference</dt>
            <dd>{valueWords(proposed.difference)}</dd>
          </>
        )}
      </dl>
      {proposed !== undefined && <Verdict proposed={proposed} />}
      <p className="small quiet">{basisWords(document)} Intervals hold 95 of 100 times.</p>
    </>
  )
}

function Verdict({ proposed: { verdict, because } }: { proposed: PolicyEvaluation }) {
  return (
    <div className="value-verdict" data-verdict={verdict} role="status">
      <b>{verdictWords(verdict)}</b>
      {because.length > 0 && (
        <ul>
          {because.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
