import type { FlightDocument } from 'holon'
import { expect, test } from 'vitest'
import { rampPreview } from './ramp-preview.ts'

const flight: FlightDocument = {
  ...{ name: 'calm', about: '', unit: 'person', counts: 'decided', guards: [], arms: [], share: 0.2 },
  ...{ key: '', layerKey: '', places: [], state: 'running' },
  steps: [{ at: 0, did: 'start', share: 0.2, by: '', reason: '' }],
}

test('says how many more take part, and how many it would have been so far', () => {
  expect(rampPreview(flight, 1000, 0.5)).toBe(
    '30 more of 100 people take part; whoever is in stays in their arm. So far 1,000 people took part; with 50.0% it would have been about 2,500 people, 1,500 more.',
  )
  expect(rampPreview(flight, undefined, 0.205)).toBe(
    '0.5 more of 100 people take part; whoever is in stays in their arm.',
  )
})

test('says how many fewer take part', () => {
  expect(rampPreview(flight, 1000, 0.1)).toBe(
    '10 fewer of 100 people take part; the others stay in their arm, and who leaves gets what is declared. So far 1,000 people took part; with 10.0% it would have been about 500 people, 500 fewer.',
  )
})

test('says nothing of the past where the share was another one, and nothing of no change', () => {
  const ramped = { ...flight, steps: [...flight.steps, ...flight.steps] }
  expect(rampPreview(ramped, 1000, 0.5)).not.toContain('So far')
  expect(rampPreview(flight, 1000, 0.2)).toBe('20.0% of all people take part already.')
})
