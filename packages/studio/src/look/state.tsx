import { Button, Skeleton } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { StudioError } from '../wire/error.ts'
import { KeyForm } from './key-form.tsx'
import './state.css'

/** Shows what a query answered, and until then that it waits or why it failed. */
export function Answered<T>({
  query,
  lines = 4,
  children,
}: {
  query: UseQueryResult<T, Error>
  lines?: number
  children: (data: T) => ReactNode
}) {
  if (query.data !== undefined) return children(query.data)
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />
  return <Waiting lines={lines} />
}

/** Something is on its way. */
export function Waiting({ lines = 4 }: { lines?: number }) {
  return (
    <div className="waiting" role="status" aria-label="Loading">
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move.
        <Skeleton key={index} height={14} width={`${92 - ((index * 23) % 50)}%`} />
      ))}
    </div>
  )
}

/** What went wrong, in the words of the server, and what to do. */
export function Failure({ error, retry }: { error: Error; retry?: () => void }) {
  const known = error instanceof StudioError ? error : undefined
  return (
    <div className="failure" role="alert">
      <IconAlertTriangle size={18} aria-hidden="true" />
      <div>
        <p className="failure-what">{error.message}</p>
        {known?.fix !== undefined && <p>{known.fix}</p>}
        {known !== undefined && <code className="quiet">{known.code}</code>}
        {known?.code === 'not-authorized' && <KeyForm />}
      </div>
      {retry !== undefined && <Button onClick={retry}>Try again</Button>}
    </div>
  )
}

/** Nothing is here yet, and what would change that. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children !== undefined && <p>{children}</p>}
    </div>
  )
}
