import { Navigate } from '@tanstack/react-router'
import { Page } from '../look/page.tsx'
import { Empty } from '../look/state.tsx'
import { useSystem } from '../shell/system.ts'

/** Goes to the experience of the first decision. */
export function FirstDecision() {
  const { name: system, decisions } = useSystem()
  const [first] = decisions
  if (first !== undefined) {
    return (
      <Navigate
        to="/systems/$system/experience/$decision"
        params={{ system, decision: first.name }}
        replace
      />
    )
  }
  return (
    <Page title="Experience">
      <Empty title="This system decides nothing.">Declare a decision with decision(…).</Empty>
    </Page>
  )
}
