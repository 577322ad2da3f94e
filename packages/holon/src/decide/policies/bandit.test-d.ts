import { z } from 'zod'
import { bandit, decision, defineSystem, open, policy, squareCB } from '../../index.ts'

const Context = z.object({ busy: z.number().meta({ dataClass: 'public' }) })
const shared = {
  does: 'reminds',
  context: Context,
  example: { busy: 0.5 },
  experiences: { note: { style: 'annotate' }, call: { style: 'prompt' } },
  fallback: 'note',
  feedback: { came: { value: z.boolean() } },
  mistakes: [],
} as const

const evenly = policy<null, 'note' | 'call'>('evenly', () => ({ note: 1, call: 1 }))
const learns = bandit({ explore: squareCB(), reward: 'came', until: evenly })

const remind = decision('remind', { ...shared, policy: learns })

const sings = policy<null, 'sing'>('sings', () => ({ sing: 1 }))
const astray = bandit({ explore: squareCB(), reward: 'came', until: sings })
// @ts-expect-error: `until` speaks of an experience that is not there.
decision('remind', { ...shared, policy: astray })

// @ts-expect-error: a bandit needs somebody who decides until something is learned.
bandit({ explore: squareCB(), reward: 'came' })

const holon = await open(defineSystem('s', { purpose: 'p', people: [], decisions: [remind], goals: [] }))
const { rows, experiences } = await holon.learn('remind', { dry: true })
rows satisfies number
experiences satisfies readonly { readonly expected: number }[]
const { apprentice } = await holon.learned('remind')
apprentice?.agreement.value satisfies number | null | undefined
