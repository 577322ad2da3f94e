import { StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, test } from 'vitest'

import { Action } from './action.tsx'
import { Annotation } from './annotation.tsx'
import { AuditPrompt } from './audit-prompt.tsx'
import { CorrectionEditor } from './correction-editor.tsx'
import { Countdown } from './countdown.tsx'
import { createHooks } from './create-hooks.ts'
import type { Field } from './field.ts'
import { FullPageWarning } from './full-page-warning.tsx'
import type { mail } from './mail.fixture.ts'
import { Prompt } from './prompt.tsx'
import { RankedList } from './ranked-list.tsx'
import { type Report, ReportForm } from './report-form.tsx'
import { Stars } from './stars.tsx'
import { Thumbs } from './thumbs.tsx'

const { HolonProvider, useDecision, useFeedback } = createHooks<typeof mail>()
const calls: string[] = []
const call = (name: string) => () => {
  calls.push(name)
  return new Promise<never>(() => undefined)
}
const client = {
  decide: call('decide'),
  exposure: call('exposure'),
  feedback: call('feedback'),
  retract: call('retract'),
}

function fieldOf<V>(value?: V, status: Field<V>['status'] = 'none'): Field<V> {
  return { value, status, send: () => undefined, undo: () => undefined }
}

function Asking() {
  const { status, answer } = useDecision('letter', { sender: 'bank', links: 3 })
  const { status: useful } = useFeedback(answer).field('useful')
  return `${status} ${useful}`
}

describe('on a server, where there is no page', () => {
  const nothing = () => undefined

  test('everything renders, and nothing is asked, counted or told', () => {
    const html = renderToString(
      <StrictMode>
        <HolonProvider client={client}>
          <Asking />
          <Annotation answer={{ id: 'd', text: 'careful' }} />
          <Prompt answer={{ id: 'd' }} title="Sure?" actions={<Action>Yes</Action>} />
          <FullPageWarning answer={{ id: 'd' }} title="Stop" onSafe={nothing} onProceed={nothing} />
          <Countdown seconds={4.2} onEnd={call('end')} onSafe={nothing} />
          <RankedList label="First" items={[{ id: 'a', label: 'A' }]} field={fieldOf()} />
          <AuditPrompt answer={{ audits: ['useful'] }} feedback="useful">
            Drawn?
          </AuditPrompt>
          <AuditPrompt answer={{ audits: [] }} feedback="useful">
            Not drawn?
          </AuditPrompt>
          <Stars question="How?" field={fieldOf(3)} />
          <Thumbs question="Good?" field={fieldOf(false)} followUp={{ question: 'Why?', field: fieldOf() }} />
          <ReportForm field={fieldOf<Report<'other'>>()} categories={{ other: 'Other' }} />
          <CorrectionEditor predicted="teh" field={fieldOf()} />
        </HolonProvider>
      </StrictMode>,
    )
    for (const text of [
      'loading closed',
      'careful',
      'Sure?',
      'Stop',
      '>5<',
      'Why?',
      'Report',
      'teh',
      '>Drawn?',
    ]) {
      expect(html).toContain(text)
    }
    expect(html).not.toContain('Not drawn?')
    expect(calls).toEqual([])
  })

  test('a closed field asks for nothing, and shows what there is to show', () => {
    const closed = <V,>(): Field<V> => fieldOf<V>(undefined, 'closed')
    const asking = [
      <Stars key="s" question="How?" field={closed()} />,
      <Thumbs key="t" question="Good?" field={closed()} />,
      <ReportForm key="r" field={closed<Report<'other'>>()} categories={{ other: 'Other' }} />,
    ]
    expect(renderToString(asking)).toBe('')
    const showing = renderToString([
      <RankedList key="l" label="First" items={[{ id: 'a', label: 'A' }]} field={closed()} />,
      <CorrectionEditor key="c" predicted="teh" field={closed()} />,
    ])
    expect(showing).toContain('teh')
    expect(showing).not.toContain('<button')
  })
})

test('who forgot the provider is told so, and a component without an answer needs none', () => {
  expect(() => renderToString(<Annotation answer={{ id: 'd' }} />)).toThrow(
    expect.objectContaining({ code: 'provider-missing', fix: expect.stringContaining('HolonProvider') }),
  )
  expect(renderToString(<Prompt title="Sure?" />)).toContain('Sure?')
  expect(renderToString(<Annotation answer={{ id: null, text: 'fallback' }} />)).toContain('fallback')
})
