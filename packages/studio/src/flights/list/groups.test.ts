import type { FlightDocument } from 'holon'
import { expect, test } from 'vitest'
import { groupsOf } from './groups.ts'

const flight = (name: string, at: number, more: Partial<FlightDocument> = {}): FlightDocument => ({
  ...{ name, about: '', unit: 'person', counts: 'decided', guards: [], arms: [], share: 1 },
  ...{ key: '', layerKey: '', places: [], state: 'running' },
  steps: [{ at, did: 'start', share: 1, by: '', reason: '' }],
  ...more,
})

test('groups flights by how they stand, newest first, and leaves out groups without any', () => {
  const groups = groupsOf([
    flight('old', 1),
    flight('new', 2),
    flight('over', 3, { state: 'stopped' }),
    flight('held', 4, { holdout: true }),
    flight('held-before', 3, { holdout: true, state: 'stopped' }),
  ])
  expect(groups.map(({ title, flights }) => [title, flights.map(({ name }) => name)])).toEqual([
    ['Running', ['new', 'old']],
    ['Holdouts', ['held', 'held-before']],
    ['Stopped', ['over']],
  ])
  expect(groupsOf([])).toEqual([])
})
