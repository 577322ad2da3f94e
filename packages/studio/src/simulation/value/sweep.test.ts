import type { SimulationSummary } from 'holon'
import { expect, test } from 'vitest'
import { qualities, sweepOf } from './sweep.ts'

const size = { people: 10, days: 20, seed: 3, scenarios: [] }

function run(id: string, request: Partial<SimulationSummary['request']> = {}): SimulationSummary {
  return {
    id,
    system: 's',
    state: 'done',
    startedAt: 0,
    request: { ...size, ...request },
    progress: { day: 20, of: 20 },
    injected: [],
  }
}

test('all that is missing is what differs by the quality of the model, or by the version', () => {
  const { levels, versions, missing } = sweepOf(run('base'), [], ['current', 'calm'])
  expect(levels).toEqual([])
  expect(versions).toEqual([])
  expect(missing).toEqual([
    ...qualities.map((quality) => ({ ...size, version: 'current', quality })),
    { ...size, version: 'calm' },
  ])
})

test('runs of the same world are found again, others are not', () => {
  const runs = [
    run('half', { quality: 0.5, version: 'current' }),
    run('perfect', { quality: 1 }),
    run('other seed', { quality: 0.7, seed: 4 }),
    run('other weather', { quality: 0.8, settings: { rain: 1 } }),
    run('two', { quality: 0.9, compare: ['current', 'calm'] }),
    { ...run('failed', { quality: 0.6 }), state: 'failed' as const },
    run('calm', { version: 'calm' }),
  ]
  const { levels, versions, missing } = sweepOf(run('base'), runs, ['current', 'calm'])
  expect(levels.map(({ quality, run }) => [quality, run.id])).toEqual([
    [0.5, 'half'],
    [1, 'perfect'],
  ])
  expect(versions.map(({ id }) => id)).toEqual(['calm'])
  expect(missing.map(({ quality }) => quality)).toEqual([0.6, 0.7, 0.8, 0.9, 0.95])
})
