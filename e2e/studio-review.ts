import { createServer, listen } from '@holon/server'
import {
  allow,
  type CaseDocument,
  decision,
  defineSystem,
  latch,
  type Model,
  model,
  open,
  person,
  probability,
  thresholds,
} from 'holon'
import { z } from 'zod'

const Page = z.object({
  address: z.string().meta({ title: 'Address', dataClass: 'public' }),
  digits: z.number().min(0).meta({ title: 'Digits in the address', dataClass: 'public' }),
  readerAge: z.number().optional().meta({ title: 'Age of the reader' }),
  broken: z.boolean().optional().meta({ dataClass: 'public' }),
})

const judge = model('judge', {
  does: 'says how likely an address deceives',
  features: z.object({ digits: z.number().meta({ title: 'Digits in the address' }) }),
  predicts: probability(),
})

const reviewer = person('reviewer', { wants: 'to see doubtful pages first' })
const editor = person('editor', { wants: 'to hear what readers find wrong' })

const check = decision('page-check', {
  does: 'warns of pages that deceive',
  context: Page,
  example: { address: 'shop.example', digits: 2 },
  model: judge.from(({ digits }: z.output<typeof Page>) => ({ digits })),
  experiences: {
    nothing: { style: 'silent' },
    note: {
      style: 'annotate',
      forcefulness: 0.3,
      text: () => 'Somebody looks at this page for you.',
      handsOver: {
        to: reviewer,
        within: '2 hours',
        answer: 'verdict',
        asks: 'Does this page deceive its readers?',
      },
    },
    warning: { style: 'prompt', forcefulness: 0.9, text: () => 'This page is not what it says.' },
  },
  policy: thresholds({ note: 0.3, warning: 0.8 }, { otherwise: 'nothing' }),
  guardrails: [
    {
      name: 'list of known pages',
      promise: 'without its list of known pages nothing is warned of',
      latches: 'nothing',
      check: ({ context }) => (context.broken === true ? latch('the list is empty') : allow()),
    },
  ],
  remembers: true,
  fallback: 'nothing',
  feedback: {
    verdict: { value: z.enum(['deceives', 'harmless', 'unclear']) },
    correction: { value: z.string().max(300) },
    wrong: {
      value: z.boolean(),
      asks: 'Was the warning wrong?',
      handsOver: {
        to: editor,
        within: '1 day',
        answer: 'correction',
        asks: 'What should the warning have said?',
      },
    },
  },
  mistakes: [],
})

const review = defineSystem('review', {
  title: 'Page review',
  purpose: 'warn of pages that deceive, and ask people where it is not sure',
  people: [reviewer, editor],
  decisions: [check],
  goals: [],
})

/** Log-odds of -3 and 0.5 for each digit. */
const judging: Model = {
  version: { name: 'judge', version: '1', kind: 'logistic regression' },
  reference: { digits: 2 },
  predict: ({ digits }) => 1 / (1 + Math.exp(3 - 0.5 * (digits as number))),
  explain: ({ digits }, { digits: usual }) => ({
    unit: 'log-odds',
    base: -3 + 0.5 * (usual as number),
    value: -3 + 0.5 * (digits as number),
    contributions: [
      {
        feature: 'digits',
        value: digits as number,
        reference: usual as number,
        by: 0.5 * ((digits as number) - (usual as number)),
      },
    ],
  }),
}

/** A server of the review with the studio in a folder, in memory. */
export async function serveReview(studio: string) {
  const running = await open(review, { models: { judge: judging } })
  const server = createServer({ systems: [running], version: '1.0.0', studio })
  const url = await listen(server, { port: 0 })
  const check = (
    address: string,
    digits: number,
    subject: string,
    rest: { readonly broken?: boolean } = {},
  ) => running.decide('page-check', { address, digits, readerAge: 31, ...rest }, { subject })
  /** A reader says that a warning was wrong. */
  const report = async (address: string, subject: string) => {
    const { id } = await check(address, 12, subject)
    await running.feedback(id, 'wrong', true)
  }
  const waiting = async (): Promise<readonly CaseDocument[]> => running.queue()
  const close = async () => {
    await server.close()
    await running.close()
  }
  return { url, running, check, report, waiting, close }
}
