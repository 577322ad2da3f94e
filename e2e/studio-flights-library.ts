import {
  decision,
  defineSystem,
  expectedUtility,
  type FlightRequest,
  goal,
  type Model,
  mean,
  model,
  person,
  policy,
  probability,
  rate,
} from 'holon'
import { sigmoid } from 'holon/stats'
import { defineWorld, poisson, simulate, type World } from 'holon/world'
import { z } from 'zod'
import { serveStudio } from './serve-studio.ts'

const Loan = z.object({
  late: z.number().meta({ title: 'Times late before' }),
  distance: z.number().meta({ title: 'Kilometres to the library' }),
  member: z.enum(['pupil', 'adult', 'retired']).meta({ title: 'Kind of member', dataClass: 'public' }),
})

const lateness = model('lateness', {
  does: 'estimates how likely a book comes back late',
  features: z.object({ late: z.number(), distance: z.number() }),
  predicts: probability(),
  owner: 'reading room',
})

const reminder = decision('reminder', {
  does: 'reminds members of a book before it is due',
  context: Loan,
  example: { late: 2, distance: 3, member: 'adult' },
  model: lateness.from(({ late, distance }: z.output<typeof Loan>) => ({ late, distance })),
  experiences: {
    nothing: { style: 'silent' },
    note: {
      style: 'annotate',
      forcefulness: 0.2,
      right: 1,
      wrong: -0.5,
      text: () => 'Your book is due tomorrow. A fee applies.',
    },
    call: { style: 'prompt', forcefulness: 0.7, right: 3, wrong: -3, interrupting: -0.3 },
  },
  policy: expectedUtility(),
  fallback: 'nothing',
  feedback: {
    back: { value: z.boolean() },
    fine: { value: z.boolean() },
    stars: { value: z.number().min(1).max(5) },
    stays: { value: z.boolean() },
  },
  mistakes: [],
  variants: {
    gentle: {
      does: 'says it gently',
      experiences: { note: { text: () => 'Enjoying it? It is due tomorrow; keep it if nobody waits.' } },
    },
    seldom: { does: 'speaks up less', policy: expectedUtility({ explore: 0.1 }) },
  },
})

const suggestion = decision('suggestion', {
  does: 'suggests what to read next',
  context: z.object({ member: z.enum(['pupil', 'adult', 'retired']).meta({ dataClass: 'public' }) }),
  example: { member: 'pupil' },
  experiences: { shelf: { style: 'organize' }, bestseller: { style: 'organize' } },
  policy: policy('shelf by shelf', () => ({ shelf: 3, bestseller: 1 })),
  fallback: 'shelf',
  feedback: { taken: { value: z.boolean() } },
  mistakes: [],
  variants: {
    bestsellers: {
      does: 'suggests what everybody reads',
      policy: policy('bestsellers', () => ({ shelf: 1, bestseller: 9 })),
    },
  },
})

const staying = goal('members who stay', {
  layer: 'organization',
  why: 'A library is for its members.',
  unit: '%',
  measure: rate(reminder.feedback.stays.is(true)),
  atLeast: 0.8,
})
const stars = goal('stars', {
  layer: 'leading',
  why: 'Stars fall before members leave.',
  unit: 'stars',
  measure: mean(reminder.feedback.stars),
  atLeast: 3.5,
  supports: [staying],
})
const inTime = goal('books back in time', {
  layer: 'system',
  why: 'Others wait for them.',
  unit: '%',
  measure: rate(reminder.feedback.back.is(true)),
  atLeast: 0.75,
  supports: [staying],
})
const calm = goal('calm members', {
  layer: 'user',
  why: 'Nobody should be afraid of their library.',
  unit: '%',
  measure: rate(reminder.feedback.fine.is(true)),
  atLeast: 0.7,
  supports: [stars],
})
const seen = goal('late books foreseen', {
  layer: 'model',
  why: 'A needless reminder is remembered.',
  unit: '%',
  measure: rate(reminder.feedback.back.is(false), { among: reminder.experience.is('call') }),
  atLeast: 0.5,
  supports: [inTime],
})
const taken = goal('suggestions taken', {
  layer: 'user',
  why: 'A suggestion that nobody takes is noise.',
  unit: '%',
  measure: rate(suggestion.feedback.taken.is(true)),
  atLeast: 0.3,
})

/** A library that reminds its members of books, and suggests others. */
const library = defineSystem('library', {
  title: 'Library',
  purpose: 'Books are read, and come back for the next reader.',
  people: [person('member', { wants: 'to read in peace' })],
  decisions: [reminder, suggestion],
  goals: [staying, stars, inTime, calm, seen, taken],
})

const scoring = (name: string, says: (late: number, distance: number) => number, cost: number): Model => ({
  version: { name: 'lateness', version: name, kind: 'function' },
  cost,
  predict: ({ late, distance }) => says(Number(late), Number(distance)),
})
/** The library's own model sees half of it, the bought one all of it. */
const own = scoring('2', (late) => sigmoid(late * 0.9 - 1.6), 0.0001)
const bought = scoring('2026-03', (late, distance) => sigmoid(late * 0.9 + distance * 0.35 - 3), 0.004)

/** Members who borrow, and live with what the library says to them. */
const town = defineWorld(library, {
  about: 'Members who borrow books; who is threatened leaves, and who lives far away is late.',
  start: '2026-03-02',
  people: 1500,
  days: 42,
  settings: { gentle: 0.17 },
  person: (draw) => ({
    member: draw.one(['pupil', 'adult', 'retired'] as const),
    late: draw.whole(0, 3),
    distance: draw.beta(2, 3) * 9,
    temper: draw.beta(4, 2),
  }),
  happenings: {
    loan: {
      arrivals: poisson({ perPersonPerDay: 0.2 }),
      story: async ({ person, draw, settings, decide, wait, feedback }) => {
        const { member, late, distance, temper } = person
        const isLate = draw('late').chance(sigmoid(late * 0.9 + distance * 0.35 - 3))
        const answer = await decide('reminder', { late, distance, member }, { truth: isLate })
        const isGentle = answer.experience === 'note' && (answer.text ?? '').startsWith('Enjoying')
        await wait('1 day')
        const helped = { nothing: 0, note: 0.35, call: 0.7 }[answer.experience]
        const back = !isLate || draw('back').chance(helped)
        const upset =
          { nothing: 0.05, note: 0.25, call: 0.4 }[answer.experience] - (isGentle ? settings.gentle : 0)
        const fine = !draw('upset').chance(Math.max(0, upset) * (1.4 - temper) * (isLate ? 0.7 : 1.4))
        await feedback(answer.id, 'back', back)
        if (draw('answers').chance(fine ? 0.5 : 0.8)) await feedback(answer.id, 'fine', fine)
        if (draw('stars').chance(0.3))
          await feedback(answer.id, 'stars', fine ? 4 + draw('rates').whole(0, 1) : 2)
        await wait('3 days')
        await feedback(answer.id, 'stays', draw('stays').chance(fine ? 0.92 : 0.6))
      },
    },
    visit: {
      arrivals: poisson({ perPersonPerDay: 0.1 }),
      story: async ({ person: { member }, draw, decide, wait, feedback }) => {
        const { id, experience } = await decide('suggestion', { member })
        await wait('2 hours')
        await feedback(id, 'taken', draw('taken').chance(experience === 'bestseller' ? 0.42 : 0.3))
      },
    },
  },
  pace: { arrival: '1 second', longestWait: '2 seconds' },
})

const signed = { by: 'the librarian', reason: 'too many members leave' }

/** A model and words crossed, as `e2e` and pictures of the pages show it. */
export const modelAndWords: FlightRequest = {
  name: 'model-and-words',
  about: 'A bought model that sees distances, and gentler words: each alone and both together',
  decision: 'reminder',
  factors: {
    model: { own: {}, bought: { model: 'bought' } },
    words: { plain: {}, gentle: { variant: 'gentle' } },
  },
  share: 0.8,
  main: 'calm members',
  guards: ['books back in time'],
  worth: 0.02,
  ...signed,
}

/** The library in its town at the first day, served with the studio; `live` lets days pass, `close` ends everything. */
export async function serveLibrary(studio: string, people = 1500) {
  const simulation = await simulate(town as unknown as World, {
    people,
    models: { lateness: own },
    versions: { lateness: { bought } },
  })
  const { running } = simulation
  return {
    ...(await serveStudio(studio, { systems: [running], demo: true }, () => simulation.close())),
    running,
    /** Lets time pass to the end of a day. */
    live: (day: number) => simulation.run({ day }),
  }
}
