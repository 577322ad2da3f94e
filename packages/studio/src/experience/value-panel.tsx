import { NativeSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { DecisionDocument, OffPolicyDocument, PolicyEvaluation } from 'holon'
import { useState } from 'react'
import { Panel } from '../look/panel.tsx'
import { Answered } from '../look/state.tsx'
import { unitOfReward } from '../off-policy/unit-of-reward.ts'
import { differenceIn, valueIn } from '../off-policy/value-words.ts'
import { useSystem } from '../shell/system.ts'
import { offPolicyQuery } from './queries.ts'
import { basisWords, rewardsOf, verdictWords } from './rewards.ts'
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
  const all = useSystem()
  const { name: system, snapshot } = all
  const [settled] = useDebouncedValue(tuning, rest)
  const query = useQuery(
    offPolicyQuery({ system, decision: decision.name, snapshot, experiences: settled, limit, reward }),
  )
  return (
    <Answered query={query} lines={4}>
      {(document) => (
        <>
          <Told document={document} unit={unitOfReward(all, decision, reward)} />
          <p className="small value-more">
            <Link
              to="/systems/$system/off-policy/$decision"
              params={{ system, decision: decision.name }}
              search={{ policy: 'numbers', numbers: settled, reward }}
            >
              Every estimator, and what they rest on
            </Link>
          </p>
        </>
      )}
    </Answered>
  )
}

function Told({ document, unit }: { document: OffPolicyDocument; unit: string }) {
  const [proposed] = document.policies
  return (
    <>
      <dl className="value-facts">
        <dt>Logged</dt>
        <dd>{valueIn(document.logged, unit)}</dd>
        {proposed !== undefined && (
          <>
            <dt>Proposed</dt>
            <dd>{proposed.verdict === 'refused' ? 'the log cannot tell' : valueIn(proposed, unit)}</dd>
            {proposed.verdict !== 'refused' && (
              <>
                <dt>Difference</dt>
                <dd>{differenceIn(proposed.difference, unit)}</dd>
              </>
            )}
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
