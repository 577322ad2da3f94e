import { ToFirstDecision } from '../shell/to-first-decision.tsx'

/** Goes to the experience of the first decision. */
export const FirstDecision = () => (
  <ToFirstDecision title="Experience" to="/systems/$system/experience/$decision" />
)
