import type { ExperienceDocument, TuningDocument } from 'holon'
import { expect, test } from 'vitest'
import { tuningSources } from './tuning-sources.ts'

const meter: ExperienceDocument = {
  ...{ name: 'meter', style: 'annotate', forcefulness: 0.2, right: 1, wrong: -5, interrupting: 0 },
}
const made = (version: number, from: number, to: number): TuningDocument => ({
  ...{ version, decision: 'meter', at: 0, by: '', reason: `to ${to}` },
  experiences: { meter: { wrong: to } },
  changes: [{ experience: 'meter', value: 'wrong', from, to }],
})

test('offers other versions, what is declared and what is unsaved, in what differs from now', () => {
  const versions = [made(1, -2, -3), made(2, -3, -5)]
  expect(tuningSources({ experiences: [meter] }, versions, { meter: { right: 4 } })).toEqual([
    {
      label: 'the unsaved changes of the experience designer',
      experiences: { meter: { right: 4 } },
    },
    { label: 'version 1: to -3', experiences: { meter: { wrong: -3 } } },
    { label: 'as the code declares them', experiences: { meter: { wrong: -2 } } },
  ])
})

test('offers nothing where nothing differs', () => {
  expect(tuningSources({ experiences: [meter] }, [], {})).toEqual([])
})
