import { Button, TextInput } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { LatchDocument, LatchReset } from 'holon'
import { useState } from 'react'
import { formatSentence } from '../format/json.ts'
import { formatTime } from '../format/time.ts'
import { Panel } from '../look/panel.tsx'
import { Answered, Failure } from '../look/state.tsx'
import { useSystem } from '../shell/system.ts'
import { path, request } from '../wire/request.ts'
import './latch-panel.css'
import { latchesQuery } from './queries.ts'
import { useYourName } from './your-name.tsx'

/** The guardrails that have latched: each holds its safe experience until somebody finds out why. */
export function LatchPanel() {
  const { name: system } = useSystem()
  const query = useQuery(latchesQuery(system))
  return (
    <Panel title="Latched guardrails">
      <Answered query={query} lines={2}>
        {(latches) =>
          latches.length === 0 ? (
            <p className="quiet">None holds anything back now.</p>
          ) : (
            <ul className="latches">
              {latches.map((latch) => (
                <li key={`${latch.decision} ${latch.guardrail} ${latch.person}`}>
                  <Latch latch={latch} />
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Panel>
  )
}

function Latch({ latch }: { latch: LatchDocument }) {
  const system = useSystem()
  const point = system.decisions.find(({ name }) => name === latch.decision)
  const guardrail = point?.guardrails.find(({ name }) => name === latch.guardrail)
  const when = formatTime(latch.at)
  return (
    <article className="latch" aria-label={latch.guardrail}>
      <p className="latch-name">
        <IconLock size={16} aria-hidden="true" /> {latch.guardrail}
      </p>
      <p>{formatSentence(latch.because)}</p>
      <p className="small quiet">
        {latch.decision} meets {guardrail?.latches ?? 'its safe experience'}, whatever it wants, since{' '}
        {latch.id === '' ? (
          when
        ) : (
          <Link to="/systems/$system/decisions/$id" params={{ system: system.name, id: latch.id }}>
            {when}
          </Link>
        )}
        .
      </p>
      <ResetForm latch={latch} />
    </article>
  )
}

/** Only somebody by name and for a reason lets a guardrail go. */
function ResetForm({ latch: { decision, guardrail, person } }: { latch: LatchDocument }) {
  const { name: system } = useSystem()
  const { name } = useYourName()
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const reset = useMutation({
    mutationFn: (body: LatchReset) => request<void>('POST', path`/systems/${system}/latches/reset`, body),
    onSettled: () => client.invalidateQueries({ queryKey: ['latches', system] }),
  })
  const isReady = name.trim() !== '' && reason.trim() !== ''
  return (
    <form
      className="latch-reset"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isReady || reset.isPending) return
        reset.mutate({ decision, guardrail, person, by: name.trim(), reason: reason.trim() })
      }}
    >
      <TextInput
        label="What you found out"
        size="sm"
        required
        maxLength={2000}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Button type="submit" size="sm" disabled={!isReady} loading={reset.isPending}>
        Reset
      </Button>
      {name.trim() === '' && <span className="latch-who quiet small">Say who you are first.</span>}
      {reset.isError && <Failure error={reset.error} />}
    </form>
  )
}
