import { useQuery } from '@tanstack/react-query'
import type { DecisionDocument } from 'holon'
import { useSystem } from '../shell/system.ts'
import { reportQuery } from './queries.ts'
import type { Span } from './stretches.ts'

/** Interruptions and interventions of a decision over a span of time. */
export function useReport(decision: DecisionDocument, span: Span) {
  const { name } = useSystem()
  return useQuery(reportQuery(name, decision.name, span))
}
