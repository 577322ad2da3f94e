import type { SystemDocument } from 'holon'
import { expect, test } from 'vitest'
import { brokenModels, describeFault, sufferingOf } from './broken.ts'

const goal = (name: string, decision: string | undefined, ...supports: string[]) => ({
  name,
  supports: supports.map((to) => ({ goal: to, expected: 'raises' })),
  ...(decision === undefined
    ? {}
    : {
        measure: {
          op: 'rate',
          of: { op: name === 'shown' ? 'degraded' : 'feedback' },
          decision,
          per: 'decision',
        },
      }),
})

const system = {
  components: [
    { name: 'engine' },
    { name: 'risk', model: { fault: { kind: 'slow', milliseconds: 400 } } },
    { name: 'spare', model: { fault: { kind: 'none' } } },
  ],
  decisions: [
    { name: 'meter', model: 'risk', fallback: 'nothing' },
    { name: 'offer', fallback: 'none' },
  ],
  goals: [
    goal('income', undefined),
    goal('returning', undefined, 'income'),
    goal('calm', 'meter', 'returning', 'shown'),
    goal('shown', 'meter', 'calm'),
    goal('offers taken', 'offer', 'income'),
  ],
} as unknown as SystemDocument

test('names the models someone broke', () => {
  expect(brokenModels(system)).toEqual([{ name: 'risk', fault: { kind: 'slow', milliseconds: 400 } }])
})

test('follows a broken model to decisions, to what changes at once, and to what changes in time', () => {
  const suffering = sufferingOf(system, { name: 'risk', fault: { kind: 'dead' } })
  expect(suffering.decisions.map((one) => one.name)).toEqual(['meter'])
  expect(suffering.atOnce.map((one) => one.name)).toEqual(['shown'])
  expect(suffering.inTime.map((one) => one.name)).toEqual(['calm', 'returning', 'income'])
})

test('puts a fault in words', () => {
  expect(describeFault({ kind: 'slow', milliseconds: 400 })).toBe('slow by 400 ms')
  expect(describeFault({ kind: 'nonsense' })).toBe('talks nonsense')
})
