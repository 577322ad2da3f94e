import { expect, it } from 'vitest'
import type { FlightRequest } from '../spec/flight.ts'
import type { BackEntry, DecisionEntry } from '../spec/record.ts'
import { auc } from '../stats/index.ts'
import { alarmWorld } from './alarm.fixture.ts'
import type { SimulateOptions } from './options.ts'
import { simulate } from './simulate.ts'

const better: FlightRequest = {
  name: 'better-model',
  about: 'A better model helps.',
  decision: 'alarm',
  arms: { usual: {}, better: { model: 'better' } },
  share: 1,
  by: 'a tester',
  reason: 'to see',
}

async function lived(options: SimulateOptions) {
  const lines: string[] = []
  const simulation = await simulate(alarmWorld, {
    ...{ quality: 0.6, qualities: { better: 0.95 }, flights: [better], days: 20 },
    ...options,
    onLine: (line) => lines.push(line),
  })
  await simulation.run()
  await simulation.close()
  return lines
}

it('starts flights with the world: the arm of a better model predicts better, and the same seed gives the same bytes', async () => {
  const lines = await lived({})
  const entries = lines.map((line) => JSON.parse(line) as DecisionEntry | BackEntry)
  const decisions = entries.filter((one) => one.kind === 'decision')
  expect(decisions.every(({ arms }) => 'better-model' in arms)).toBe(true)
  const happened = new Set(
    entries.flatMap((one) => (one.kind === 'outcome' && one.name === 'happened' ? [one.decision] : [])),
  )
  const areaIn = (arm: string) => {
    const met = decisions.filter((one) => one.arms['better-model'] === arm)
    return auc(
      met.map(({ predictions }) => predictions[0]?.value as number),
      met.map(({ id }) => Number(happened.has(id)) as 0 | 1),
    )
  }
  expect(areaIn('usual')).toBeGreaterThan(0.5)
  expect(areaIn('usual')).toBeLessThan(0.7)
  expect(areaIn('better')).toBeGreaterThan(0.88)
  expect(await lived({})).toEqual(lines)
})

it('refuses a flight that the system cannot fly, and a quality that cannot be', async () => {
  const unknown = { ...better, decision: 'bell' }
  await expect(lived({ flights: [unknown] })).rejects.toMatchObject({ code: 'name-unknown' })
  await expect(lived({ qualities: { better: 1.5 } })).rejects.toMatchObject({ code: 'input-invalid' })
})
