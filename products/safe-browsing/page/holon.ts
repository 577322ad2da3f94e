import { createClient } from '@holon/client'
import { createHooks } from '@holon/react'
import type { safeBrowsing } from '../system.ts'

/** The client of this page. What is sent back may name addresses, so it is kept in memory only. */
export const client = createClient<typeof safeBrowsing>({
  system: 'safe-browsing',
  storage: false,
  onProblem: () => undefined,
})

export const { HolonProvider, useDecision, useFeedback } = createHooks<typeof safeBrowsing>()
