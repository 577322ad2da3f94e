import { parseArgs } from 'node:util'
import { decision, defineSystem, goal, type IndicatorVerdict, person, policy, rate } from 'holon'
import { clopperPearsonInterval } from 'holon/stats'
import { defineWorld, poisson, rehearseIndicators } from 'holon/world'
import { z } from 'zod'

/**
 * `node --conditions=source bench/indicators.ts [--runs N] [--people N] [--only KIND]`: a paper whose teasers are clicked the more, the
 * louder they are, and readers who return more often with it (an indicator that tells), as often as before (it misleads: the
 * goal stays), or less often (it misleads: the goal turns): in what share of seeded repetitions, of six flights each, is
 * that said?
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '40' },
    people: { type: 'string', default: '600' },
    only: { type: 'string', default: '' },
  },
})
const runs = Number(values.runs)
const people = Number(values.people)

const levels = [-1, -0.7, -0.4, 0.4, 0.7, 1]

const teaser = decision('teaser', {
  does: 'shows a teaser',
  context: z.object({}),
  example: {},
  experiences: {
    teaser: {
      style: 'annotate',
      parameters: z.object({ loudness: z.number() }),
      fill: () => ({ loudness: 0 }),
    },
    nothing: { style: 'silent' },
  },
  policy: policy('always', () => ({ teaser: 1 })),
  fallback: 'nothing',
  feedback: { clicked: { value: z.boolean() }, returned: { value: z.boolean() } },
  mistakes: [],
  variants: Object.fromEntries(
    levels.map((level) => [
      `loudness ${level}`,
      { does: `is as loud as ${level}`, experiences: { teaser: { fill: () => ({ loudness: level }) } } },
    ]),
  ),
})

const returning = goal('returning', {
  layer: 'organization',
  why: 'readers pay',
  measure: rate(teaser.feedback.returned.is(true)),
  atLeast: 0.3,
})

const paper = defineSystem('paper', {
  purpose: 'to be read',
  people: [person('reader', { wants: 'to know' })],
  decisions: [teaser],
  goals: [
    returning,
    goal('clicks', {
      layer: 'leading',
      why: 'who clicks comes back',
      measure: rate(teaser.feedback.clicked.is(true)),
      atLeast: 0.2,
      supports: [returning],
    }),
  ],
})

const world = defineWorld(paper, {
  about: 'Readers of teasers. Who is eager clicks more and returns more, whatever the teaser.',
  start: '2026-03-02',
  people: 600,
  days: 2,
  settings: { told: 1 },
  person: (draw) => ({ eager: draw.beta(2, 2) - 0.5 }),
  environment: () => ({}),
  happenings: {
    visit: {
      arrivals: poisson({ perPersonPerDay: 1 }),
      story: async ({ person, draw, settings, decide, feedback }) => {
        const seen = await decide('teaser', {})
        const loud = seen.experience === 'teaser' ? seen.parameters.loudness : 0
        await feedback(seen.id, 'clicked', draw('click').chance(0.3 + 0.15 * loud + 0.3 * person.eager))
        const returns = 0.4 + 0.15 * settings.told * loud + 0.3 * person.eager
        await feedback(seen.id, 'returned', draw('return').chance(returns))
      },
    },
  },
  scenarios: {},
  pace: { arrival: '1 second', longestWait: '2 seconds' },
})

/** What an indicator is, by how returning goes with loudness; the slope that its true effects have. */
const kinds: readonly { readonly name: string; readonly told: number; readonly wanted: IndicatorVerdict }[] =
  [
    { name: 'tells: the goal goes with it', told: 1, wanted: 'predicts' },
    { name: 'misleads: the goal stays where it is', told: 0, wanted: 'misleading' },
    { name: 'misleads: the goal goes the other way', told: -1, wanted: 'misleading' },
  ]

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`

console.log(`${runs} repetitions of ${levels.length} flights, each over ${people} readers and 2 days\n`)
console.log(
  `${'the indicator'.padEnd(40)} predicts  misleading  unknown   said rightly (95 %)   interval holds the truth`,
)
for (const { name, told, wanted } of kinds) {
  if (!name.includes(values.only)) continue
  const count = { predicts: 0, misleading: 0, unknown: 0 }
  // Loudness 1 is 0.15 / 0.3 of clicks and 0.15 / 0.4 of returning.
  const truth = told * (0.15 / 0.4 / (0.15 / 0.3))
  let held = 0
  for (let run = 0; run < runs; run++) {
    const { pairs } = await rehearseIndicators(world, { seed: 1 + run * 100, people, settings: { told } })
    const [pair] = pairs
    if (pair === undefined) throw new Error('The paper has no indicator.')
    count[pair.verdict]++
    if (pair.interval !== null && pair.interval[0] <= truth && truth <= pair.interval[1]) held++
  }
  const { lower, upper } = clopperPearsonInterval(count[wanted], runs)
  console.log(
    [
      name.padEnd(40),
      ...(['predicts', 'misleading', 'unknown'] as const).map((verdict) =>
        String(count[verdict]).padStart(8),
      ),
      `${percent(count[wanted] / runs)} (${percent(lower)} to ${percent(upper)})`.padStart(24),
      percent(held / runs).padStart(12),
    ].join('  '),
  )
}
