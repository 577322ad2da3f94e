import { Navigate } from '@tanstack/react-router'
import { Page } from '../look/page.tsx'
import { Empty } from '../look/state.tsx'
import { useSystem } from '../shell/system.ts'

/** Goes to the other policies of the first decision that has something to choose from. */
export function FirstOffPolicy() {
  const { name: system, decisions } = useSystem()
  const first = decisions.find(({ experiences }) => experiences.length > 1) ?? decisions[0]
  if (first !== undefined) {
    return (
      <Navigate
        to="/systems/$system/off-policy/$decision"
        params={{ system, decision: first.name }}
        replace
      />
    )
  }
  return (
    <Page title="Another policy">
      <Empty title="This system decides nothing.">Declare a decision with decision(…).</Empty>
    </Page>
  )
}
