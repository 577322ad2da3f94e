import { createClient } from '@holon/client'
import { createHooks } from '@holon/react'
import type { fallDetection } from '../system.ts'

/** The client of this page. What is sent back waits in memory only: it says who fell when. */
export const client = createClient<typeof fallDetection>({
  system: 'fall-detection',
  storage: false,
  onProblem: () => undefined,
})

export const { HolonProvider } = createHooks<typeof fallDetection>()

/** Identity of an alarm. */
export type AlarmId = NonNullable<Parameters<typeof client.exposure>[0]>
