import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { useMemo } from 'react'
import { computeReturn } from '../domain/compute.ts'
import { answersToReturn, missingAnswers } from '../domain/interview.ts'
import type { Answers } from '../domain/questions/question.ts'
import type { Draft } from './draft/draft.ts'
import { useDraft } from './draft/store.ts'
import { FiledPage } from './filed/filed-page.tsx'
import { InterviewPage } from './interview/interview-page.tsx'
import { theme } from './look/theme.ts'
import { PaperSummary } from './paper/paper-summary.tsx'
import { ResultPage } from './result/result-page.tsx'
import { Unfinished } from './result/unfinished.tsx'
import { Footer } from './shell/footer.tsx'
import { Header } from './shell/header.tsx'
import { type Route, useRoute } from './shell/route.ts'
import { StartPage } from './start/start-page.tsx'

const scheme = localStorageColorSchemeManager({ key: 'plain-return-scheme' })

/** The page on which a person files a return. */
export function App() {
  const route = useRoute()
  const draft = useDraft()
  return (
    <MantineProvider theme={theme} colorSchemeManager={scheme} defaultColorScheme="auto">
      <div className="screen shell">
        <Header />
        <View route={route} draft={draft} />
        <Footer />
      </div>
      {draft !== undefined && <Paper answers={draft.answers} />}
    </MantineProvider>
  )
}

function View({ route, draft }: { route: Route; draft: Draft | undefined }) {
  if (route.view === 'start' || draft === undefined) return <StartPage draft={draft} />
  if (route.view === 'interview') return <InterviewPage draft={draft} {...route} />
  if (missingAnswers(draft.answers).length > 0) return <Unfinished answers={draft.answers} />
  return route.view === 'filed' && draft.filed ? <FiledPage draft={draft} /> : <ResultPage draft={draft} />
}

/** What a printer gets, from whatever view. */
function Paper({ answers }: { answers: Answers }) {
  const summary = useMemo(() => {
    if (missingAnswers(answers).length > 0) return undefined
    const taxReturn = answersToReturn(answers)
    return { taxReturn, result: computeReturn(taxReturn) }
  }, [answers])
  return summary === undefined ? null : <PaperSummary {...summary} />
}
