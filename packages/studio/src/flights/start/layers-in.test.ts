import type { FlightDocument } from 'holon'
import { expect, test } from 'vitest'
import { freeIn, layersIn } from './layers-in.ts'

const flight = (layer: string, share: number, state: FlightDocument['state']): FlightDocument => ({
  ...{ name: '', about: '', unit: 'person', counts: 'decided', guards: [], arms: [], steps: [] },
  ...{ key: '', layerKey: '', places: [], layer, share, state },
})
const flights = [flight('words', 0.3, 'running'), flight('words', 0.4, 'kept'), flight('a', 1, 'running')]

test('names layers once, and says how much of one is free', () => {
  expect(layersIn(flights)).toEqual(['a', 'words'])
  expect(freeIn(flights, 'words')).toBeCloseTo(0.7)
  expect(freeIn(flights, 'a')).toBe(0)
  expect(freeIn(flights, 'new')).toBe(1)
})
