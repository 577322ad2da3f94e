import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { TuneRequest, TuningDocument } from 'holon'
import { SignFields, useSignature } from '../form/sign-fields.tsx'
import { DialogForm } from '../look/dialog-form.tsx'
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
  const signing = useSignature(saving.reason)
  const { signature } = signing
  const ready = signature !== undefined && signature.reason !== saving.reason.trim()
  const changes = changesOf(present, saving.to)
  const tune = useTune(system, decision, props.saved)
  return (
    <DialogForm
      title={`A new version of ${decision}`}
      does="Put it to work"
      sending={tune}
      submit={ready ? () => tune.mutate({ experiences: saving.experiences, ...signature }) : undefined}
      close={close}
    >
      <ChangeList changes={changes} />
      <Consequence decision={decision} saving={saving} limit={props.limit} />
      <SignFields signing={signing} who="Who changes it" what="the change" />
    </DialogForm>
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
