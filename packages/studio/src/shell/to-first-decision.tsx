import { Navigate } from '@tanstack/react-router'
import type { DecisionDocument } from 'holon'
import { Page } from '../look/page.tsx'
import { Empty } from '../look/state.tsx'
import { useSystem } from './system.ts'

/** Goes to the page of the first decision, or of the first that is liked. */
export function ToFirstDecision(props: {
  title: string
  to: '/systems/$system/experience/$decision' | '/systems/$system/off-policy/$decision'
  likes?: (decision: DecisionDocument) => boolean
}) {
  const { title, to, likes = () => true } = props
  const { name: system, decisions } = useSystem()
  const first = decisions.find(likes) ?? decisions[0]
  if (first !== undefined) return <Navigate to={to} params={{ system, decision: first.name }} replace />
  return (
    <Page title={title}>
      <Empty title="This system decides nothing.">Declare a decision with decision(…).</Empty>
    </Page>
  )
}
