import { decision, defineSystem, fairness, open, type Policy, type Running } from 'holon'
import { seededRandom } from 'holon/stats'
import { z } from 'zod'
import { serveStudio } from './serve-studio.ts'

const shown = { dataClass: 'public' }
const file = z.object({
  department: z.enum(['A', 'B', 'C', 'D', 'E', 'F']).meta(shown),
  gender: z.enum(['women', 'men', 'not said']).meta(shown),
  abroad: z.boolean().meta(shown),
  strong: z.boolean(),
})

/** Decides as the file says. */
const asFiled: Policy<null, 'offer' | 'no'> = {
  kind: 'as filed',
  options: {},
  words: 'Offers where the file is strong.',
  names: ['offer', 'no'],
  choose: ({ context, options }) => {
    const wanted = file.parse(context).strong ? 'offer' : 'no'
    const probabilities = options.map(({ name }) => (name === wanted ? 1 : 0))
    return { probabilities, preferred: options.findIndex(({ name }) => name === wanted) }
  },
}

const admission = decision('admission', {
  does: 'answers an application',
  context: file,
  example: { department: 'A', gender: 'women', abroad: false, strong: true },
  experiences: { offer: { style: 'annotate' }, no: { style: 'annotate' } },
  policy: asFiled,
  fallback: 'no',
  feedback: { finished: { value: z.boolean() } },
  mistakes: [],
})

const school = defineSystem('school', {
  title: 'School',
  purpose: 'teach those who will finish',
  people: [],
  decisions: [admission],
  goals: [],
  fairness: [
    fairness('offers by gender', {
      why: 'a file is judged, not a person',
      groups: { gender: admission.context.gender, abroad: admission.context.abroad },
      benefit: admission.experience.is('offer'),
      deserved: admission.feedback.finished,
      strata: { department: admission.context.department },
    }),
  ],
})

/** UC Berkeley, autumn 1973: men and women admitted of those who applied, by department. */
const berkeley = {
  A: { men: [512, 825], women: [89, 108] },
  B: { men: [353, 560], women: [17, 25] },
  C: { men: [120, 325], women: [202, 593] },
  D: { men: [138, 417], women: [131, 375] },
  E: { men: [53, 191], women: [94, 393] },
  F: { men: [22, 373], women: [24, 341] },
} as const

/** The school with the applications of Berkeley in memory, served with the studio; `close` ends both. */
export async function serveSchool(studio: string) {
  const running = await open(school, { random: seededRandom(1) })
  const apply = async (context: z.output<typeof file>, row: number): Promise<void> => {
    const { id } = await running.decide('admission', context)
    if (row % 3 === 0) await running.feedback(id, 'finished', (row / 3) % 5 < (context.strong ? 4 : 2))
  }
  for (const [name, groups] of Object.entries(berkeley)) {
    const department = file.shape.department.parse(name)
    for (const gender of ['men', 'women'] as const) {
      const [admitted, applied] = groups[gender]
      for (let row = 0; row < applied; row++) {
        await apply({ department, gender, abroad: row % 9 === 0, strong: row < admitted }, row)
      }
    }
  }
  for (let row = 0; row < 7; row++) {
    await apply({ department: 'A', gender: 'not said', abroad: false, strong: true }, row)
  }
  return serveStudio(studio, { systems: [running as unknown as Running] }, () => running.close())
}
