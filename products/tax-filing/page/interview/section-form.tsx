import { type FocusEvent, type FormEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import type { AskedQuestion } from '../../domain/interview.ts'
import type { Answers } from '../../domain/questions/question.ts'
import { answer } from '../draft/store.ts'
import { focusNext, focusQuestion } from './next-control.ts'
import { QuestionField } from './question-field.tsx'
import type { Step } from './steps.ts'

/** The questions of one part. Enter goes to the next question, and from the last one onward. */
export function SectionForm(props: {
  step: Step
  answers: Answers
  onDone: () => void
  children: ReactNode
}) {
  const { step, answers, onDone, children } = props
  const form = useRef<HTMLFormElement>(null)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [tried, setTried] = useState(false)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const open = step.asked.find((asked) => problemOf(asked) !== undefined)
    if (open === undefined) return onDone()
    setTried(true)
    if (form.current !== null) focusQuestion(form.current, open.question.id)
  }

  const enter = (event: KeyboardEvent<HTMLFormElement>) => {
    const target = event.target as Element
    if (event.key !== 'Enter' || target.closest('button') !== null) return
    event.preventDefault()
    if (!focusNext(event.currentTarget, target)) event.currentTarget.requestSubmit()
  }

  const leave = ({ target }: FocusEvent) => {
    const id = target.closest<HTMLElement>('[data-question]')?.dataset.question
    if (id !== undefined) setLeft((before) => new Set(before).add(id))
  }

  return (
    <form ref={form} className="section-form" noValidate onSubmit={submit} onKeyDown={enter} onBlur={leave}>
      {step.asked.map((asked) => {
        const { id } = asked.question
        const shown = tried ? problemOf(asked) : left.has(id) ? asked.problem : undefined
        return (
          <QuestionField
            key={id}
            asked={asked}
            answers={answers}
            given={answers[id]}
            problem={shown}
            onAnswer={(value) => answer(id, value)}
          />
        )
      })}
      <div className="section-onward">{children}</div>
    </form>
  )
}

function problemOf({ question, answer: given, problem }: AskedQuestion): string | undefined {
  if (problem !== undefined) return problem
  return given === undefined && question.optional !== true ? 'Answer this to go on.' : undefined
}
