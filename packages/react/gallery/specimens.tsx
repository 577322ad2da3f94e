import { useState } from 'react'
import { Action } from '../src/action.tsx'
import { Annotation } from '../src/annotation.tsx'
import { AuditPrompt } from '../src/audit-prompt.tsx'
import { CorrectionEditor } from '../src/correction-editor.tsx'
import { Countdown } from '../src/countdown.tsx'
import { FullPageWarning } from '../src/full-page-warning.tsx'
import { Prompt } from '../src/prompt.tsx'
import { RankedList } from '../src/ranked-list.tsx'
import { ReportForm } from '../src/report-form.tsx'
import { Stars } from '../src/stars.tsx'
import { Thumbs } from '../src/thumbs.tsx'
import { useDecision, useFeedback } from './hooks.ts'

const letter = { sender: 'bank', links: 3 }

/** An answer about a letter of its own for each specimen. */
function useLetter(key: string) {
  const { answer } = useDecision('letter', letter, { key })
  return { answer, feedback: useFeedback(answer) }
}

export function AnnotationSpecimen() {
  const { answer } = useLetter('annotation')
  return answer === undefined ? <p>Deciding</p> : <Annotation answer={answer} />
}

export function PromptSpecimen() {
  const { answer } = useLetter('prompt')
  const [end, setEnd] = useState('')
  if (end !== '') return <p role="status">{end}</p>
  return (
    <Prompt
      answer={answer}
      title="Move this letter to spam?"
      level={3}
      onDismiss={() => setEnd('Left where it is')}
      actions={
        <Action kind="safe" onClick={() => setEnd('Moved')}>
          Move it
        </Action>
      }
    >
      <p>You moved four letters like it this month.</p>
    </Prompt>
  )
}

export function AuditSpecimen() {
  const { answer, feedback } = useLetter('audit')
  return (
    <AuditPrompt answer={answer} feedback="useful" title="We ask one reader in ten, drawn at random.">
      <Thumbs
        field={feedback.field('useful')}
        question="Was this note useful?"
        words={{ up: 'It was', down: 'It was not' }}
      />
    </AuditPrompt>
  )
}

export function WarningSpecimen() {
  const { answer } = useLetter('warning')
  const [state, setState] = useState<'closed' | 'open' | 'safe' | 'passed'>('closed')
  return (
    <>
      <Action onClick={() => setState('open')}>Open the link</Action>
      <p role="status">{{ closed: '', open: '', safe: 'You are safe', passed: 'You went on' }[state]}</p>
      {state === 'open' && (
        <FullPageWarning
          answer={answer}
          title="This page may steal your password"
          onSafe={() => setState('safe')}
          onProceed={() => setState('passed')}
          details={<p>bank-login.example was registered yesterday and looks like your bank.</p>}
        >
          <p>Someone may have made it to look like a page you trust. Do not type anything there.</p>
        </FullPageWarning>
      )}
    </>
  )
}

export function CountdownSpecimen() {
  const { answer } = useLetter('countdown')
  const [round, setRound] = useState(0)
  const [ends, setEnds] = useState<readonly string[]>([])
  return (
    <>
      <Action onClick={() => setRound(round + 1)}>{round === 0 ? 'Start' : 'Start again'}</Action>
      {round > 0 && (
        <Countdown
          key={round}
          answer={answer}
          seconds={60}
          mayPause
          onEnd={() => setEnds([...ends, 'Sent'])}
          onSafe={() => setEnds([...ends, 'Kept'])}
          words={{ safe: 'Do not send' }}
        >
          <p>Your reply is sent when the time is up.</p>
        </Countdown>
      )}
      <p role="status">{ends.join(', ')}</p>
    </>
  )
}

const items = [
  { id: 'tax', label: 'Tax office', reason: 'has a date: Friday' },
  { id: 'school', label: 'School', reason: 'you usually answer the same day' },
  { id: 'shop', label: 'Shop', reason: 'three offers this week' },
]

export function RankedListSpecimen() {
  const { answer, feedback } = useLetter('ranked-list')
  return <RankedList answer={answer} label="Answer first" items={items} field={feedback.field('order')} />
}

export function StarsSpecimen() {
  const { feedback } = useLetter('stars')
  return <Stars field={feedback.field('stars')} question="How was sorting today?" />
}

export function ThumbsSpecimen() {
  const { feedback } = useLetter('thumbs')
  return (
    <Thumbs
      field={feedback.field('useful')}
      question="Was this note useful?"
      followUp={{ question: 'What was wrong with it?', field: feedback.field('comment'), most: 200 }}
    />
  )
}

export function ReportFormSpecimen() {
  const { feedback } = useLetter('report-form')
  return (
    <ReportForm
      field={feedback.field('report')}
      categories={{ harmless: 'The letter is harmless', other: 'Something else' }}
      most={300}
    />
  )
}

export function CorrectionEditorSpecimen() {
  const { answer, feedback } = useLetter('correction-editor')
  return (
    <CorrectionEditor
      answer={answer}
      predicted="Meeting on Tusday at ten, room 4"
      field={feedback.field('subject')}
    />
  )
}
