import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'

interface Pointing {
  /** The day that somebody points at, on whichever chart. */
  readonly day: number | undefined
  point(day: number | undefined): void
}

const nowhere: Pointing = { day: undefined, point: () => undefined }
const DayContext = createContext<Pointing>(nowhere)

/** Charts inside point at the same day together. */
export function DayProvider({ children }: { children: ReactNode }) {
  const [day, point] = useState<number>()
  const pointing = useMemo(() => ({ day, point }), [day])
  return <DayContext value={pointing}>{children}</DayContext>
}

/** The day that somebody points at, and how to point at one. */
export const useDay = (): Pointing => useContext(DayContext)
