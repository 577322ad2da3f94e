import { Button } from '@mantine/core'
import { IconArrowRight, IconPrinter } from '@tabler/icons-react'
import { useMemo } from 'react'
import { computeReturn } from '../../domain/compute.ts'
import { answersToReturn } from '../../domain/interview.ts'
import { standsOut } from '../../domain/stands-out.ts'
import type { Draft } from '../draft/draft.ts'
import { file } from '../feedback/say.ts'
import { MeterCard } from '../meter/meter-card.tsx'
import { ReviewPrompt } from '../meter/review-prompt.tsx'
import { useSeen } from '../meter/use-seen.ts'
import { Link } from '../shell/link.tsx'
import { go } from '../shell/route.ts'
import { Lines } from './lines.tsx'
import { looksOf } from './looks.ts'
import { Verdict } from './verdict.tsx'
import './result-page.css'

/** The computed return, and beside it, where the server has one, the audit-risk meter. The result needs no server. */
export function ResultPage({ draft }: { draft: Draft }) {
  const { answers, episode } = draft
  const taxReturn = useMemo(() => answersToReturn(answers), [answers])
  const result = useMemo(() => computeReturn(taxReturn), [taxReturn])
  const seen = useSeen(episode, taxReturn)
  const oddities = useMemo(() => standsOut(taxReturn), [taxReturn])
  const finish = () => {
    file(draft, seen?.id)
    go({ view: 'filed' })
  }
  return (
    <main className="result" id="main">
      <Verdict taxReturn={taxReturn} result={result} />
      {seen?.experience === 'review' && (
        <ReviewPrompt
          key={seen.id}
          text={seen.text ?? 'Some lines are worth a second look before you file.'}
          looks={looksOf(seen.parameters.lines, oddities, answers)}
        />
      )}
      <div className="result-body">
        <div className="result-main">
          <Lines lines={result.lines} answers={answers} />
          <div className="result-onward">
            <Link to={{ view: 'interview', section: 'filing' }}>Change my answers</Link>
            <Button
              variant="default"
              size="lg"
              leftSection={<IconPrinter size={20} aria-hidden />}
              onClick={() => print()}
            >
              Print
            </Button>
            <Button size="lg" rightSection={<IconArrowRight size={20} aria-hidden />} onClick={finish}>
              File this return
            </Button>
          </div>
        </div>
        {seen !== undefined && seen.experience !== 'nothing' && (
          <aside className="result-side">
            <MeterCard key={seen.id} seen={seen} draft={draft} oddities={oddities} />
          </aside>
        )}
      </div>
    </main>
  )
}
