import { createClient } from '@holon/client'

import { CorrectionEditor } from './correction-editor.tsx'
import { createHooks } from './create-hooks.ts'
import type { mail } from './mail.fixture.ts'
import { RankedList } from './ranked-list.tsx'
import { ReportForm } from './report-form.tsx'
import { Stars } from './stars.tsx'
import { Thumbs } from './thumbs.tsx'

const { HolonProvider, useClient, useDecision, useFeedback } = createHooks<typeof mail>()

/** Is a type exactly another one? */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const yes = <T extends true>(proof?: T): void => void proof

const letter = { sender: 'bank', links: 3 }

export function DecisionChecks() {
  const state = useDecision('letter', letter, { subject: 's' })
  if (state.status === 'loading') yes<Same<typeof state.answer, undefined>>()
  if (state.status === 'failed') yes<Same<typeof state.error.code, string>>()
  if (state.status === 'answered') {
    const { answer } = state
    yes<Same<typeof answer.experience, 'nothing' | 'note' | 'warning'>>()
    if (answer.experience === 'note') yes<Same<typeof answer.parameters, { percent: number }>>()
    if (answer.experience === 'warning') yes<Same<typeof answer.parameters, null>>()
  }
  const { answer } = useDecision('letter', undefined, { fallback: 'nothing' })
  if (answer?.experience === 'note') yes<Same<typeof answer.parameters, { percent: number }>>()
  if (answer !== undefined) yes<Same<typeof answer.experience, 'nothing' | 'note' | 'warning'>>()

  // @ts-expect-error no decision of this name
  useDecision('leter', letter)
  // @ts-expect-error a context of another decision
  useDecision('folder', { links: 3 })
  // @ts-expect-error no experience of this name
  useDecision('letter', letter, { fallback: 'siren' })
  return null
}

export function FeedbackChecks() {
  const { answer } = useDecision('letter', letter, { fallback: 'nothing' })
  const feedback = useFeedback(answer)
  feedback.send('useful', true)
  feedback.send('report', { category: 'other', text: '' })
  feedback.undo('stars')
  yes<Same<ReturnType<typeof useClient>['exposure'], typeof client.exposure>>()
  yes<Same<(typeof useful)['value'], boolean | undefined>>()
  const useful = feedback.field('useful')

  // @ts-expect-error no feedback of this name
  feedback.send('usefull', true)
  // @ts-expect-error a value of another type
  feedback.send('useful', 'yes')
  // @ts-expect-error a category that is not declared
  feedback.send('report', { category: 'else', text: '' })
  // @ts-expect-error a feedback of another decision
  feedback.field('right')
  // @ts-expect-error exposure tells itself
  feedback.send('exposure', true)
  // @ts-expect-error no feedback of this name
  feedback.undo('start')
  return null
}

const client = createClient<typeof mail>({ system: 'mail' })

export function ComponentChecks() {
  const { answer } = useDecision('letter', letter)
  const feedback = useFeedback(answer)
  return (
    <HolonProvider client={client}>
      <Thumbs field={feedback.field('useful')} question="" />
      <Stars field={feedback.field('stars')} question="" />
      <RankedList label="" items={[]} field={feedback.field('order')} />
      <ReportForm field={feedback.field('report')} categories={{ harmless: '', other: '' }} />
      <CorrectionEditor predicted="" field={feedback.field('subject')} />
      {/* @ts-expect-error stars are numbers, not words */}
      <Stars field={feedback.field('comment')} question="" />
      {/* @ts-expect-error thumbs are yes or no */}
      <Thumbs field={feedback.field('stars')} question="" />
      {/* @ts-expect-error a category is missing */}
      <ReportForm field={feedback.field('report')} categories={{ harmless: '' }} />
    </HolonProvider>
  )
}
