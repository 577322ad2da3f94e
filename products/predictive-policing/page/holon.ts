import { createClient } from '@holon/client'
import type { predictivePolicing } from '../system.ts'

/** The client of this page. */
export const client = createClient<typeof predictivePolicing>({
  system: 'predictive-policing',
  onProblem: () => undefined,
})
