import { expect, it } from 'vitest'
import { chanceOfHelp, notes, ports } from '../runtime/learning/note.fixture.ts'
import type { Entry } from '../spec/record.ts'
import { poisson } from './arrivals.ts'
import { defineWorld } from './declaration.ts'
import type { Draw } from './draw.ts'
import { simulate } from './simulate.ts'

const world = defineWorld(notes({ every: '1 day' }), {
  about: 'People who forget, some busy and some not.',
  start: '2026-03-02',
  people: 30,
  days: 12,
  settings: {},
  person: (draw: Draw) => ({ busy: draw.uniform(0, 1) }),
  happenings: {
    appointment: {
      arrivals: poisson({ perPersonPerDay: 2 }),
      story: async ({ person: { busy }, draw, decide, wait, feedback }) => {
        const seen = await decide('remind', { busy, place: 'home', diary: '' })
        await wait('2 hours')
        if (draw('help').chance(chanceOfHelp(seen.experience, busy))) await feedback(seen.id, 'helped', true)
      },
    },
  },
  pace: { arrival: '1 second', longestWait: '2 seconds' },
})

async function lived() {
  const lines: string[] = []
  const simulation = await simulate(world, { models: ports().models, onLine: (line) => lines.push(line) })
  await simulation.run()
  await simulation.close()
  return lines
}

it('learns by the day in virtual time: helps more by and by, and the same seed gives the same bytes', async () => {
  const lines = await lived()
  const entries = lines.map((line) => JSON.parse(line) as Entry)
  const lessons = entries.flatMap((one) =>
    one.kind === 'event' && one.name === 'policy-learned' ? [one.details.version] : [],
  )
  // In the first day nothing has settled yet.
  expect(lessons).toEqual(Array.from({ length: lessons.length }, (_, i) => i + 1))
  expect(lessons.length).toBeGreaterThanOrEqual(9)
  const helped = new Set(entries.flatMap((one) => (one.kind === 'outcome' ? [one.decision] : [])))
  const decisions = entries.flatMap((one) => (one.kind === 'decision' ? [one] : []))
  const share = (of: readonly { readonly id: string }[]): number =>
    of.filter(({ id }) => helped.has(id)).length / of.length
  const third = Math.floor(decisions.length / 3)
  expect(share(decisions.slice(-third))).toBeGreaterThan(share(decisions.slice(0, third)) + 0.05)
  expect(await lived()).toEqual(lines)
})
