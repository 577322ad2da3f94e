import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useState } from 'react'
import { notCovered } from '../../domain/interview.ts'
import type { Answers } from '../../domain/questions/question.ts'
import { samples } from '../../domain/samples.ts'
import type { Draft } from '../draft/draft.ts'
import { startDraft } from '../draft/store.ts'
import { whereToGoOn } from '../interview/steps.ts'
import { Confirm } from '../look/confirm.tsx'
import { PageTitle } from '../shell/page-title.tsx'
import { go } from '../shell/route.ts'
import { SampleCard } from './sample-card.tsx'
import { Specimen } from './specimen.tsx'
import './start-page.css'

const covered = [
  'All five filing statuses, tax years 2024 and 2025',
  'Wages and self-employment, of both spouses',
  'Interest, dividends, capital gains and losses',
  'Standard or itemized deductions, whichever is better',
  'Business deduction, minimum tax, Medicare and investment surtaxes',
]

/** What this is, what it does not do, and the ways to begin. */
export function StartPage({ draft }: { draft: Draft | undefined }) {
  const [asking, setAsking] = useState<Answers>()
  const has = draft !== undefined && Object.keys(draft.answers).length > 0
  const begin = (answers: Answers) => {
    startDraft(answers)
    go({ view: 'interview', section: 'filing' })
  }
  const want = (answers: Answers) => (has ? setAsking(answers) : begin(answers))
  return (
    <main className="start" id="main">
      <div className="start-hero">
        <div>
          <PageTitle name="">Your federal tax return, every line with its reason</PageTitle>
          <p className="start-lead">
            Answer a few questions and watch the result as you go. At the end, every amount says how it came
            out, and what an examiner might want to look at.
          </p>
          <div className="start-go">
            {has && (
              <Button
                size="xl"
                rightSection={<IconArrowRight size={22} aria-hidden />}
                onClick={() => go(whereToGoOn(draft.answers))}
              >
                Continue my return
              </Button>
            )}
            <Button
              size="xl"
              variant={has ? 'default' : 'filled'}
              rightSection={has ? undefined : <IconArrowRight size={22} aria-hidden />}
              onClick={() => want({})}
            >
              {has ? 'Start again' : 'Start my return'}
            </Button>
          </div>
          <p className="small">It is worked out in this browser. Nothing is sent to the IRS.</p>
        </div>
        <Specimen />
      </div>

      <section className="start-part" aria-labelledby="samples">
        <h2 id="samples">Or start from a sample</h2>
        <p className="quiet">Filled in from end to end; change whatever you like.</p>
        <ul className="start-samples">
          {samples.map((sample) => (
            <SampleCard key={sample.id} sample={sample} onChoose={() => want(sample.answers)} />
          ))}
        </ul>
      </section>

      <section className="start-part start-cover" aria-label="What is covered">
        <div>
          <h2>What it computes</h2>
          <ul>
            {covered.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </div>
        <div>
          <h2>What it does not</h2>
          <ul className="start-without">
            {notCovered.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
          <p className="quiet">If one of these is yours, file another way this year.</p>
        </div>
      </section>

      {asking !== undefined && (
        <Confirm
          title="Replace your answers?"
          yes="Replace them"
          no="Keep them"
          onYes={() => begin(asking)}
          onClose={() => setAsking(undefined)}
        >
          There is a return in the making on this device. Starting another one deletes its answers.
        </Confirm>
      )}
    </main>
  )
}
