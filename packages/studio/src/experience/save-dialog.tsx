import { Button, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { TuneRequest, TuningDocument } from 'holon'
import { useId, useState } from 'react'
import { Dialog } from '../look/dialog.tsx'
import { Failure } from '../look/state.tsx'
import { useYourName } from '../queue/your-name.tsx'
import { useSystem } from '../shell/system.ts'
import { path, request } from '../wire/request.ts'
import { changedIn } from './cases.ts'
import { ChangeList } from './change-list.tsx'
import { whatIfQuery } from './queries.ts'
import './save-dialog.css'
import type { Saving } from './saving.ts'
import { changesOf, type Utilities } from './utilities.ts'

/** Shows what a new version changes, and asks who makes it and why. */
export function SaveDialog(props: {
  decision: string
  present: Utilities
  saving: Saving
  limit: number
  /** The version is at work. */
  saved: () => void
  close: () => void
}) {
  const { decision, present, saving, close } = props
  const { name: system } = useSystem()
  const { name: by, change: setBy } = useYourName()
  const [reason, setReason] = useState(saving.reason)
  const title = useId()
  const changes = changesOf(present, saving.to)
  const tune = useTune(system, decision, props.saved)
  const ready = by.trim() !== '' && reason.trim() !== '' && reason.trim() !== saving.reason.trim()
  return (
    <Dialog labelledBy={title} close={close}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) tune.mutate({ experiences: saving.experiences, by: by.trim(), reason: reason.trim() })
        }}
      >
        <h2 id={title}>A new version of {decision}</h2>
        <ChangeList changes={changes} />
        <Consequence decision={decision} saving={saving} limit={props.limit} />
        <TextInput
          label="Who changes it"
          size="sm"
          required
          maxLength={200}
          autoComplete="name"
          value={by}
          onChange={({ currentTarget }) => setBy(currentTarget.value)}
        />
        <Textarea
          label="Why"
          size="sm"
          required
          autosize
          minRows={2}
          maxLength={1000}
          description="Both go into the log, with the change."
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        {tune.isError && <Failure error={tune.error} />}
        <div className="dialog-buttons">
          <Button size="sm" variant="subtle" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" size="sm" variant="filled" disabled={!ready} loading={tune.isPending}>
            Put it to work
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function useTune(system: string, decision: string, saved: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Omit<TuneRequest, 'decision'>) =>
      request<TuningDocument>('POST', path`/systems/${system}/decisions/${decision}/tunings`, body),
    onSuccess: async () => {
      // The numbers that hold come before the changes are forgotten, so that nothing jumps back in between.
      await Promise.all([
        client.invalidateQueries({ queryKey: ['system', system] }),
        client.invalidateQueries({ queryKey: ['tunings', system] }),
      ])
      saved()
    },
  })
}

function Consequence({ decision, saving, limit }: { decision: string; saving: Saving; limit: number }) {
  const { name: system, snapshot } = useSystem()
  const { experiences } = saving
  const { data } = useQuery(whatIfQuery({ system, decision, snapshot, experiences, limit }))
  if (data === undefined || data.n === 0) return null
  const changed = changedIn(data.cases).length
  return (
    <p>
      Of the last {data.n} decisions, <b>{changed}</b> would have been {changed === 1 ? 'another' : 'others'}.
    </p>
  )
}
