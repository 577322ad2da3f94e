import type { ArmEffect, ComponentDocument, FlightDocument, ScorecardDocument } from 'holon'
import { expect, test } from 'vitest'
import { makersOf } from './buy-or-build.ts'

const effect = (arm: string, control: number, value: number): ArmEffect => ({
  ...{ arm, control, value, n: 100, controlN: 100 },
  ...{ absolute: null, relative: null, pValue: null, adjusted: null, verdict: 'cannot say' },
})
const flight: FlightDocument = {
  ...{ name: 'buy', about: '', unit: 'person', counts: 'decided', guards: [], share: 1, main: 'useful' },
  ...{ key: '', layerKey: '', places: [], state: 'running', steps: [] },
  arms: [
    { name: 'own', share: 0.5 },
    { name: 'bought', share: 0.5, model: 'api' },
  ],
}
const card: ScorecardDocument = {
  ...{ system: 's', flight, at: 0, missing: [], slices: [], factors: [] },
  verdict: { say: 'keep running', words: '', rules: [] },
  sampleRatio: { arms: [], fixed: null, anytime: null, mismatch: false },
  goals: [
    {
      ...{ name: 'useful', layer: 'user', unit: '%', target: { atLeast: 1 }, role: 'main', per: 'person' },
      effects: [effect('bought', 0.6, 0.7)],
    },
  ],
  costs: [{ name: 'cost', unit: '', effects: [effect('bought', 0.01, 0.03)] }],
}
const model: ComponentDocument = {
  ...{ name: 'risk', ml: true, inside: true, does: '', uses: [] },
  model: {
    ...{ predicts: 'probability', deadline: 1, featureSchema: {}, calibrated: true, fault: { kind: 'none' } },
    ...{ version: '4', kind: 'onnx' },
    versions: [{ name: 'api', version: '2026-03', kind: 'http' }],
  },
}

test('puts what answers in each arm beside its value and what it costs', () => {
  expect(makersOf(card, model)).toEqual([
    { arm: 'own', answers: 'risk 4 (onnx)', main: 0.6, cost: 0.01, latency: null, failures: null },
    { arm: 'bought', answers: 'api, 2026-03 (http)', main: 0.7, cost: 0.03, latency: null, failures: null },
  ])
})

test('is nothing where all arms have the same model', () => {
  const alike = {
    ...card,
    flight: { ...flight, arms: flight.arms.map(({ name, share }) => ({ name, share })) },
  }
  expect(makersOf(alike, model)).toBeUndefined()
  expect(makersOf(card, undefined)).toBeUndefined()
})
