import { decision, defineSystem, expectedUtility, person } from 'holon'
import { z } from 'zod'

const change = z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })

const letter = decision('letter', {
  does: 'says how much a letter can be trusted',
  context: z.object({ sender: z.string(), links: z.number() }),
  example: { sender: 'bank', links: 3 },
  experiences: {
    nothing: { style: 'silent' },
    note: {
      style: 'annotate',
      parameters: z.object({ percent: z.number() }),
      fill: () => ({ percent: 80 }),
    },
    warning: { style: 'prompt' },
  },
  policy: expectedUtility({ explore: 0 }),
  guardrails: [],
  fallback: 'nothing',
  feedback: {
    useful: { value: z.boolean(), audit: { share: 0.1 } },
    comment: { value: z.string() },
    stars: { value: z.number() },
    order: { value: z.array(z.string()) },
    report: { value: z.object({ category: z.enum(['harmless', 'other']), text: z.string() }) },
    subject: {
      value: z.object({ before: z.string(), after: z.string(), changes: z.array(change) }),
    },
  },
  mistakes: [],
})

const folder = decision('folder', {
  does: 'files a letter',
  context: z.object({ sender: z.string() }),
  example: { sender: 'bank' },
  experiences: { inbox: { style: 'silent' }, folder: { style: 'automate' } },
  policy: expectedUtility({ explore: 0 }),
  guardrails: [],
  fallback: 'inbox',
  feedback: { right: { value: z.boolean() } },
  mistakes: [],
})

/** A small system whose type the hooks and components are tested with, and shown in the gallery. */
export const mail = defineSystem('mail', {
  purpose: 'letters one can trust',
  people: [person('reader', { wants: 'to read' })],
  decisions: [letter, folder],
  goals: [],
})
