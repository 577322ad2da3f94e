import { createClient, type FallbackAnswer } from '@holon/client'
import { Annotation, createHooks, type DecisionState, Stars, Thumbs } from '@holon/react'
import type { AnswerOf } from 'holon'
import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { lamps } from './http-lamps.ts'

const { HolonProvider, useDecision, useFeedback } = createHooks<typeof lamps>()
const client = createClient<typeof lamps>({ system: 'lamps', onProblem: () => undefined })

type Answer = AnswerOf<typeof lamps, 'light'> | FallbackAnswer<'nothing'>

function Bare({ dusk }: { dusk: number }) {
  return <Light state={useDecision('light', { dusk }, { subject: 's', timeout: 20_000 })} dusk={dusk} />
}

function Safe({ dusk }: { dusk: number }) {
  const options = { subject: 's', timeout: 20_000, fallback: 'nothing' } as const
  return <Light state={useDecision('light', { dusk }, options)} dusk={dusk} />
}

function Light({ state, dusk }: { state: DecisionState<Answer>; dusk: number }) {
  const { status, answer, error, retry } = state
  const feedback = useFeedback(answer)
  if (status === 'loading') return <p>Waiting</p>
  if (status === 'failed') {
    return (
      <>
        <p>Failed: {error.code}</p>
        <button type="button" onClick={retry}>
          Try again
        </button>
      </>
    )
  }
  return (
    <>
      <Annotation answer={answer}>
        {answer.experience} at {dusk}, {answer.reason}
      </Annotation>
      <Thumbs field={feedback.field('useful')} question="Useful?" />
      <Stars field={feedback.field('count')} question="How bright?" />
      {/* A second place that asks the same. */}
      <p>Said: {String(feedback.field('useful').value)}</p>
    </>
  )
}

function Page() {
  const [dusk, setDusk] = useState(0.9)
  const [shown, setShown] = useState<'safe' | 'bare' | 'nothing'>('nothing')
  return (
    <>
      <button type="button" onClick={() => setShown('safe')}>
        With a fallback
      </button>
      <button type="button" onClick={() => setShown('bare')}>
        Without
      </button>
      <button type="button" onClick={() => setDusk(0.95)}>
        Darker
      </button>
      {shown === 'safe' && <Safe dusk={dusk} />}
      {shown === 'bare' && <Bare dusk={dusk} />}
    </>
  )
}

const root = document.createElement('div')
document.body.append(root)
createRoot(root).render(
  <StrictMode>
    <HolonProvider client={client}>
      <Page />
    </HolonProvider>
  </StrictMode>,
)
