import { ToFirstDecision } from '../shell/to-first-decision.tsx'

/** Goes to the other policies of the first decision that has something to choose from. */
export const FirstOffPolicy = () => (
  <ToFirstDecision
    title="Another policy"
    to="/systems/$system/off-policy/$decision"
    likes={({ experiences }) => experiences.length > 1}
  />
)
