import { createClient } from '@holon/client'
import { createHooks } from '@holon/react'
import type { smartToaster } from '../system.ts'

/** The client of this page. */
export const client = createClient<typeof smartToaster>({
  system: 'smart-toaster',
  onProblem: () => undefined,
})

export const { HolonProvider, useFeedback } = createHooks<typeof smartToaster>()
