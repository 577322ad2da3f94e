import { Button } from '@mantine/core'
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import { useEffect, useMemo, useRef } from 'react'
import type { SectionId } from '../../domain/questions/question.ts'
import type { Draft } from '../draft/draft.ts'
import { estimate } from '../estimate/estimate.ts'
import { EstimatePanel } from '../estimate/estimate-panel.tsx'
import { Link } from '../shell/link.tsx'
import { PageTitle } from '../shell/page-title.tsx'
import { go } from '../shell/route.ts'
import { focusQuestion } from './next-control.ts'
import { SectionForm } from './section-form.tsx'
import { StepList } from './step-list.tsx'
import { around, stepsOf } from './steps.ts'
import './interview-page.css'

/** One part of the interview, with progress on one side and the running result on the other. */
export function InterviewPage(props: { draft: Draft; section: SectionId; question?: string }) {
  const { draft, section, question } = props
  const { answers, episode } = draft
  const steps = useMemo(() => stepsOf(answers), [answers])
  const soFar = useMemo(() => estimate(answers), [answers])
  const step = steps.find((each) => each.section.id === section)
  const home = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (question !== undefined && home.current !== null) focusQuestion(home.current, question)
  }, [question])
  if (step === undefined) return <NothingAsked />
  const { before, after } = around(steps, section)
  const onward = () =>
    go(after === undefined ? { view: 'result' } : { view: 'interview', section: after.section.id })
  return (
    <div className="interview" ref={home}>
      <StepList steps={steps} current={section} />
      <main className="interview-main" id="main">
        <PageTitle key={section}>{step.section.title}</PageTitle>
        {step.section.intro !== undefined && <p className="interview-intro">{step.section.intro}</p>}
        <SectionForm key={`${episode}-${section}`} step={step} answers={answers} onDone={onward}>
          {before !== undefined && (
            <Button
              variant="subtle"
              size="lg"
              leftSection={<IconArrowLeft size={20} aria-hidden />}
              onClick={() => go({ view: 'interview', section: before.section.id })}
            >
              Back
            </Button>
          )}
          <Button type="submit" size="lg" rightSection={<IconArrowRight size={20} aria-hidden />}>
            {after === undefined ? 'See my result' : 'Next'}
          </Button>
        </SectionForm>
      </main>
      <aside className="interview-side">
        <EstimatePanel estimate={soFar} />
        {soFar?.missing.length === 0 && after !== undefined && (
          <p className="interview-skip">
            Nothing is missing. <Link to={{ view: 'result' }}>Go to the result</Link>
          </p>
        )}
      </aside>
    </div>
  )
}

function NothingAsked() {
  return (
    <main className="narrow" id="main">
      <PageTitle>Nothing to ask here</PageTitle>
      <p>
        With your answers, this part does not come up.{' '}
        <Link to={{ view: 'interview', section: 'filing' }}>Go to the first part</Link>
      </p>
    </main>
  )
}
