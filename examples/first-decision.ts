import { decision, defineSystem, expectedUtility, model, open, probability } from 'holon'
import { z } from 'zod'

const Visit = z.object({ minutes: z.number().meta({ dataClass: 'public' }) })
const stays = model('stays', { does: 'guesses who stays', features: Visit, predicts: probability() })
const tip = decision('tip', {
  does: 'offers a tip where it helps',
  context: Visit,
  example: { minutes: 3 },
  model: stays.from((visit: z.output<typeof Visit>) => visit),
  experiences: { nothing: { style: 'silent' }, tip: { style: 'annotate', right: 2, wrong: -1 } },
  policy: expectedUtility({ explore: 0.05 }),
  fallback: 'nothing',
  feedback: { useful: { value: z.boolean() } },
  mistakes: [],
})
const guess = ({ minutes }: { minutes?: unknown }) => Math.min(Number(minutes) / 10, 1)
const version = { name: 'stays', version: '1', kind: 'function' }

const holon = await open(
  defineSystem('reader', { purpose: 'help', people: [], decisions: [tip], goals: [] }),
  {
    models: { stays: { version, predict: guess } },
  },
)
const seen = await holon.decide('tip', { minutes: 8 }, { subject: 'reader-1' })
await holon.feedback(seen.id, 'useful', true)
process.stdout.write(`${seen.experience}, with probability ${seen.propensity}\n`)
await holon.close()
