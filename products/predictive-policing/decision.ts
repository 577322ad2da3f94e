import { allow, component, decision, latch, model, person, policy, probability, replace } from 'holon'
import { z } from 'zod'
import { neighbourhoods } from './domain/neighbourhoods.ts'
import { chancesOf, type Way } from './domain/way.ts'

export const file = component('incident file', {
  does: 'keeps what patrols discovered and what residents reported, for each neighbourhood',
})
export const rota = component('rota', {
  does: 'goes round all neighbourhoods, one a round, whatever is on file',
})
export const alarm = component('loop alarm', {
  does: 'compares once a week what lots discovered with what the forecast said, and takes 1 % of right forecasts for wrong',
  uses: [file],
})

export const planner = person('planner', {
  wants: 'patrols where they are of use, and to be able to say why they are there',
})
export const residents = person('residents', {
  wants: 'help when they call, and not to be stopped because others were stopped before',
})

const shareFeatures = z.object({
  here: z.number().min(0).meta({ title: 'incidents on file here' }),
  everywhere: z.number().min(0).meta({ title: 'incidents on file in the city' }),
})

export const forecast = model('crime-share', {
  does: 'says how probable it is that the next crime of the city is in this neighbourhood',
  features: shareFeatures,
  predicts: probability(),
  deadline: '5 milliseconds',
  uses: [file],
  owner: 'crime analysis',
})

const open = { dataClass: 'public' } as const
const count = z.number().min(0).max(1e9).meta(open)

/** One neighbourhood before one round of patrol, as it is on file: counts here and in the whole city. */
export const Round = z.object({
  neighbourhood: z.enum(neighbourhoods).meta({ title: 'Neighbourhood', ...open }),
  found: count.meta({ title: 'Discovered where a forecast sent patrols', ...open }),
  foundAll: count,
  weighted: count.meta({ title: 'The same, divided by the chance of a patrol', ...open }),
  weightedAll: count,
  evenly: count.meta({ title: 'Discovered where a lot or the rota sent patrols', ...open }),
  evenlyAll: count,
  calls: count.meta({ title: 'Reported by residents', ...open }),
  callsAll: count,
  /** Its share of the highest count: 1, a part of it where several are as high, or 0. */
  hottest: z.number().min(0).max(1).meta(open),
  /** It is its turn on the rota. */
  turn: z.boolean().meta({ title: 'Its turn on the rota', ...open }),
  /** The loop alarm stands. */
  alarm: z
    .boolean()
    .default(false)
    .meta({ title: 'The loop alarm stands', ...open }),
})
export type Round = z.output<typeof Round>

/** What a crew, or a planner, is told. */
const Told = z.object({
  /** Forecast share of the city's crime, percent. */
  percent: z.number().min(0).max(100),
  /** What the number is made of, in words. */
  madeOf: z.string(),
})

const example = {
  neighbourhood: 'Mill',
  ...{ found: 31, foundAll: 120, weighted: 160, weightedAll: 1_100, evenly: 5, evenlyAll: 34 },
  ...{ calls: 210, callsAll: 1_480, hottest: 1, turn: false, alarm: false },
} as const

const madeOf = {
  found: 'what patrols discovered, which is most where they were sent most',
  weighted: 'what patrols discovered, divided by the chance that they were there',
  evenly: 'what patrols discovered where a lot had sent them',
  calls: 'what residents reported',
} as const

/** The decision for one way of turning what is on file into patrols. */
export function patrolBy(way: Way) {
  const column = way.learnsFrom
  const everywhere = `${column}All` as const
  const tell = ({ prediction }: { readonly prediction: number | null }) => ({
    percent: Math.round(1_000 * (prediction ?? 0)) / 10,
    madeOf: madeOf[column],
  })
  return decision('patrol', {
    does: 'says whether a patrol goes to a neighbourhood in the next three hours, and who sends it',
    context: Round,
    example,
    model: forecast.from((round: Round) => ({ here: round[column], everywhere: round[everywhere] })),
    uses: [file, rota, alarm],
    experiences: {
      stay: { style: 'silent' },
      forecast: {
        style: 'automate',
        forcefulness: 0.8,
        right: 4,
        wrong: -3,
        undo: 'the crew leaves as soon as a planner calls it back; who was stopped was stopped',
        parameters: Told,
        fill: tell,
        text: ({ context, parameters }) =>
          `Patrol to ${context.neighbourhood}: ${parameters.percent} % of the forecast, made of ${parameters.madeOf}.`,
      },
      suggest: {
        style: 'annotate',
        forcefulness: 0.4,
        right: 3,
        wrong: -2,
        undo: 'the planner sends the crew elsewhere',
        parameters: Told,
        fill: tell,
        text: ({ context, parameters }) =>
          `${context.neighbourhood} has ${parameters.percent} % of the forecast. It is made of ${parameters.madeOf}.`,
      },
      lot: {
        style: 'automate',
        forcefulness: 0.8,
        right: 4,
        wrong: -3,
        undo: 'the crew leaves as soon as a planner calls it back',
        text: ({ context }) => `Patrol to ${context.neighbourhood}: the lot fell on it.`,
      },
      rota: {
        style: 'automate',
        forcefulness: 0.8,
        right: 4,
        wrong: -3,
        undo: 'the planner changes the rota',
        parameters: z.object({ sent: z.boolean() }),
        fill: ({ context }) => ({ sent: context.turn }),
        text: ({ context, parameters }) =>
          parameters.sent
            ? `Patrol to ${context.neighbourhood}: it is its turn.`
            : `No patrol to ${context.neighbourhood}: it is not its turn.`,
      },
    },
    policy: policy(`patrols by ${way.title.toLowerCase()}`, (share: number, context: unknown) => {
      const { hottest } = Round.pick({ hottest: true }).parse(context)
      const { forecast, lot, stay } = chancesOf(way, share, hottest)
      return way.acts === 'sends' ? { forecast, lot, stay } : { suggest: forecast, lot, stay }
    }),
    guardrails: [
      {
        name: 'no forecast while the alarm stands',
        promise:
          'Once lots discover something else than the forecast says, the rota sends every patrol, until a named person has looked.',
        latches: 'rota',
        check: ({ context }) =>
          context.alarm ? latch('what lots discover is not what the forecast says') : allow(),
      },
      {
        name: 'one incident sends nobody',
        promise: 'No patrol goes by forecast on fewer than twelve incidents in the whole city.',
        check: ({ context, action }) =>
          (action.experience === 'forecast' || action.experience === 'suggest') && context[everywhere] < 12
            ? replace('rota', 'there is next to nothing on file')
            : allow(),
      },
    ],
    fallback: 'rota',
    feedback: {
      patrolled: { value: z.boolean(), kind: 'outcome', within: '1 day', otherwise: false },
      found: { value: z.number().int().min(0).max(1_000), kind: 'outcome', within: '1 day' },
      reported: { value: z.number().int().min(0).max(1_000), kind: 'outcome', within: '1 day' },
      stopped: {
        value: z.number().int().min(0).max(1_000),
        kind: 'outcome',
        within: '1 day',
      },
      complained: {
        value: z.boolean(),
        within: '30 days',
        otherwise: false,
        asks: 'Were you stopped without a reason?',
      },
      likeOthers: { value: z.boolean(), asks: 'Is your neighbourhood treated like any other?' },
      overridden: { value: z.boolean(), kind: 'correction', asks: 'Did you send the patrol elsewhere?' },
    },
    mistakes: [
      {
        name: 'echo taken for crime',
        harms: 'residents',
        harm: 'a neighbourhood is patrolled ever more because it was patrolled before, with no more crime than elsewhere',
        cost: 500,
        noticedBy: ['found', 'reported', 'likeOthers'],
        limitedBy: [
          'no forecast while the alarm stands',
          'a slice of patrols drawn by lot',
          'another way to learn: reports, lots, inverse probability',
        ],
        owner: 'crime analysis',
      },
      {
        name: 'stopped without a reason',
        harms: 'residents',
        harm: 'people are stopped for where they live',
        cost: 50,
        noticedBy: ['stopped', 'complained'],
        limitedBy: [
          'a forecast of a place is no suspicion of a person',
          'no forecast while the alarm stands',
        ],
        owner: 'head of patrols',
      },
      {
        name: 'nobody comes',
        harms: 'residents',
        harm: 'crime where the forecast says none is never discovered, and help is far',
        cost: 100,
        noticedBy: ['reported'],
        limitedBy: ['a slice of patrols drawn by lot', 'calls are answered whatever the forecast says'],
        owner: 'head of patrols',
      },
      {
        name: 'a number that decides',
        harms: 'planner',
        harm: 'a planner follows the forecast because it is there, and the loop runs on with a person in it',
        cost: 100,
        noticedBy: ['overridden'],
        limitedBy: ['the suggestion says what its number is made of', 'no forecast while the alarm stands'],
        owner: 'crime analysis',
      },
    ],
  })
}

/** As such systems are usually sold. */
export type Patrol = ReturnType<typeof patrolBy>
