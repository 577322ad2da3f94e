import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { DecisionDocument, TuningDocument } from 'holon'
import { useEffect, useMemo, useReducer } from 'react'
import { useSystem } from '../shell/system.ts'
import { reckoned } from './cases.ts'
import { after, untouched } from './history.ts'
import { keepDraft, keptDraft } from './kept-draft.ts'
import { linesOf, stretchesOf, whyNoLines } from './lines.ts'
import { whatIfQuery } from './queries.ts'
import { shadesOf } from './shades.ts'
import { changesOf, type Draft, drafted, type Utility, utilitiesOf, withChange } from './utilities.ts'
import { tuningWith } from './versions.ts'

/** How long a change has to rest before the server is asked what it would have done. */
const rest = 300

/** All that follows from the numbers of a decision and the changes to them that are not saved. */
export function useDesigner(decision: DecisionDocument, versions: readonly TuningDocument[], limit: number) {
  const system = useSystem()
  const present = useMemo(() => utilitiesOf(decision.experiences), [decision])
  const [history, step] = useReducer(after, undefined, () => ({
    ...untouched,
    draft: keptDraft(system.name, decision.name, present),
  }))
  useEffect(
    () => keepDraft(system.name, decision.name, history.draft),
    [system.name, decision.name, history.draft],
  )
  const utilities = useMemo(() => drafted(present, history.draft), [present, history.draft])
  const noLines = whyNoLines(decision, system)
  const lines = useMemo(() => linesOf(decision, utilities), [decision, utilities])
  const tuning = useMemo(() => tuningWith(versions, history.draft), [versions, history.draft])
  const would = useWhatIf(decision, tuning, limit)
  const { data } = would
  const cases = useMemo(() => {
    if (data === undefined) return undefined
    return would.exact || noLines !== undefined ? data.cases : reckoned(decision, utilities, data.cases)
  }, [data, would.exact, noLines, decision, utilities])
  return {
    decision,
    present,
    utilities,
    changes: useMemo(() => changesOf(present, utilities), [present, utilities]),
    noLines,
    lines,
    /** By the name of the experience. */
    shades: useMemo(() => shadesOf(decision.experiences), [decision]),
    presentLines: useMemo(() => linesOf(decision, present), [decision, present]),
    stretches: useMemo(() => (noLines === undefined ? stretchesOf(lines) : []), [noLines, lines]),
    draft: history.draft,
    /** All that would be tuned, the draft over what is tuned now. */
    tuning,
    canUndo: history.past.length > 0,
    change: (experience: string, value: Utility, to: number) =>
      step({
        do: 'change',
        draft: withChange(present, history.draft, experience, value, to),
        what: `${experience} ${value}`,
      }),
    letGo: () => step({ do: 'let-go' }),
    undo: () => step({ do: 'undo' }),
    clear: () => step({ do: 'clear' }),
    cases: cases ?? [],
    /** Whether `cases` is what the server says of exactly these numbers. */
    exact: would.exact,
    waiting: data === undefined,
    failure: would.error,
  }
}

export type Designing = ReturnType<typeof useDesigner>

function useWhatIf(decision: DecisionDocument, tuning: Draft, limit: number) {
  const { name: system, snapshot } = useSystem()
  const [settled] = useDebouncedValue(tuning, rest)
  const asked = { system, decision: decision.name, snapshot, experiences: settled, limit }
  const query = useQuery(whatIfQuery(asked))
  const exact = settled === tuning && !query.isPlaceholderData && query.data !== undefined
  return { data: query.data, exact, error: query.error }
}
