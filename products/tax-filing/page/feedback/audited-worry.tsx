import { AuditPrompt } from '@holon/react'
import type { Said } from '../draft/draft.ts'
import type { Shown } from '../meter/client.ts'
import './audited-worry.css'
import { WorryQuestion } from './worry-question.tsx'

/** How it feels now: a question for everybody, and with more weight for those whom chance drew. */
export function AuditedWorry({ seen, said }: { seen: Shown; said: Said }) {
  const question = <WorryQuestion decision={seen.id} said={said} />
  if (!seen.audits.includes('worry')) return question
  return (
    <AuditPrompt
      className="drawn"
      answer={seen}
      feedback="worry"
      title="Chance drew you: we ask one person in ten, so that we do not hear only from those who speak up anyway. Your answer stands for many others."
      declined="That is all right. Your return is not affected."
    >
      {question}
    </AuditPrompt>
  )
}
