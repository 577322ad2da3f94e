import { expect, it } from 'vitest'
import { paperWorld } from './clicks.fixture.ts'
import { rehearseIndicators } from './indicators.ts'
import { simulate } from './simulate.ts'

const toldIn = async (told: number) => {
  const { pairs } = await rehearseIndicators(paperWorld, {
    worlds: 2,
    people: 200,
    days: 2,
    settings: { told },
  })
  const [pair] = pairs
  if (pair === undefined) throw new Error('no pair')
  return pair
}

it('an indicator that tells is found to predict, and one that is built to mislead is flagged', async () => {
  const good = await toldIn(1)
  expect(good).toMatchObject({ indicator: 'clicks', goal: 'returning', verdict: 'predicts', flights: 6 })
  expect(good.effects.every(({ worlds }) => worlds === 2)).toBe(true)
  const bad = await toldIn(-1)
  expect(bad).toMatchObject({
    verdict: 'misleading',
    words: expect.stringMatching(/has been misleading about "returning"/),
  })
  expect(bad.agreed.n).toBeLessThan(bad.agreed.of / 2)
})

it('a system that has flown remembers it: the scorecard of the next flight says so, and does not ship on it', async () => {
  const simulation = await simulate(paperWorld, { settings: { told: -1 }, days: 11, people: 400 })
  const { running } = simulation
  const signed = { by: 'a tester', reason: 'to see' }
  const start = (name: string, variant: string) =>
    running.startFlight({
      ...{ name, about: 'Louder is clicked.', decision: 'teaser', share: 1, main: 'clicks' },
      ...{ arms: { declared: {}, varied: { variant } }, plannedUnits: 600, ...signed },
    })
  for (const [i, level] of [-1, -0.7, -0.4, 0.4, 0.7].entries()) {
    await start(`flight-${i}`, `loudness ${level}`)
    await simulation.run({ day: (i + 1) * 2 })
    await running.stopFlight(`flight-${i}`, signed)
  }
  const [pair] = (await running.indicators()).pairs
  expect(pair).toMatchObject({ verdict: 'misleading', flights: 5 })
  // Hardly worse for those who return: no guard is seen to be harmed yet.
  await start('flight-last', 'loudness 0.4')
  await simulation.run({ day: 11 })
  const card = await running.scorecard('flight-last')
  expect(card.goals.find(({ name }) => name === 'clicks')?.indicates).toMatchObject([
    { goal: 'returning', verdict: 'misleading' },
  ])
  expect(card.verdict.say).not.toBe('ship')
  await simulation.close()
})
