import { createHooks } from '../src/create-hooks.ts'
import type { mail } from '../src/mail.fixture.ts'

export const { HolonProvider, useDecision, useFeedback } = createHooks<typeof mail>()
