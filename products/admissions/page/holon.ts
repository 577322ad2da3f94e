import { createClient, type FallbackAnswer } from '@holon/client'
import { createHooks } from '@holon/react'
import type { AnswerOf } from 'holon'
import type { admissions } from '../system.ts'

/** The client of this page. What is sent back waits in memory only. */
export const client = createClient<typeof admissions>({
  system: 'admissions',
  storage: false,
  onProblem: () => undefined,
})

export const { HolonProvider } = createHooks<typeof admissions>()

/** How a file is read; without a server by two people. */
export type Seen = AnswerOf<typeof admissions, 'reading'> | FallbackAnswer<'twice'>
