import { Button, SegmentedControl } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { TuningDocument } from 'holon'
import { useEffect, useRef } from 'react'
import { SignFields, useSignature } from '../../form/sign-fields.tsx'
import { Panel } from '../../look/panel.tsx'
import { Failure } from '../../look/state.tsx'
import { useSystem } from '../../shell/system.ts'
import { StudioError } from '../../wire/error.ts'
import { useStartFlight } from '../queries.ts'
import { AimFields } from './aim-fields.tsx'
import { ChangeFields } from './change-fields.tsx'
import { type FlightDraft, requestOf } from './draft.ts'
import { fieldOf } from './field-of.ts'
import './flight-form.css'
import { JudgeFields } from './judge-fields.tsx'
import { PeopleFields } from './people-fields.tsx'
import { summaryOf } from './summary.ts'
import { useDrafting } from './use-drafting.ts'

/** Asks for everything that a flight is started with, says what will happen, and starts it. */
export function FlightForm({ begin, tunings }: { begin: FlightDraft; tunings: readonly TuningDocument[] }) {
  const system = useSystem()
  const start = useStartFlight(system.name)
  const error = start.error instanceof StudioError ? start.error : undefined
  const first = system.decisions[0]?.name
  const isHoldout = begin.holdout === true
  const drafting = useDrafting(
    isHoldout || first === undefined ? begin : { decision: first, ...begin },
    error,
    start.reset,
  )
  const { draft, change } = drafting
  const signing = useSignature()
  const navigate = useNavigate()
  const form = useFirstInvalid(error)
  return (
    <form
      ref={form}
      className="flight-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (signing.signature === undefined) return
        start.mutate(
          { ...requestOf(draft), ...signing.signature },
          {
            onSuccess: ({ name }) =>
              void navigate({
                to: '/systems/$system/flights/$flight',
                params: { system: system.name, flight: name },
              }),
          },
        )
      }}
    >
      <SegmentedControl
        aria-label="Kind of flight"
        value={draft.holdout === true ? 'holdout' : 'change'}
        data={[
          { value: 'change', label: 'A change' },
          { value: 'holdout', label: 'A holdout' },
        ]}
        onChange={(kind) =>
          change(
            kind === 'holdout'
              ? { holdout: true, decision: undefined, factors: undefined }
              : { holdout: undefined, decision: first },
          )
        }
      />
      {draft.holdout === true ? (
        <Panel title="What differs">
          <p>
            Those who are held get no change at all, at no decision point: no flight, and nothing that was
            kept. They are compared with everybody else, which tells what all changes together did. One
            holdout runs at a time.
          </p>
        </Panel>
      ) : (
        <ChangeFields drafting={drafting} tunings={tunings} />
      )}
      <AimFields drafting={drafting} />
      <PeopleFields drafting={drafting} />
      <JudgeFields drafting={drafting} />
      <Panel title="Before it starts">
        <p className="flight-summary">{summaryOf(draft, system)}</p>
        <div className="flight-sign">
          <SignFields signing={signing} />
        </div>
        {start.error !== null && (error === undefined || fieldOf(error) === undefined) && (
          <Failure error={start.error} />
        )}
        {error !== undefined && fieldOf(error) !== undefined && (
          <p className="flight-refused" role="alert">
            It was not started: see what is marked above.
          </p>
        )}
        <Button
          type="submit"
          size="sm"
          variant="filled"
          disabled={signing.signature === undefined}
          loading={start.isPending}
        >
          Start it
        </Button>
      </Panel>
    </form>
  )
}

/** Takes the focus to what the server refused. */
function useFirstInvalid(error: StudioError | undefined) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (error === undefined) return
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-refused="true"]')?.focus()
  }, [error])
  return form
}
