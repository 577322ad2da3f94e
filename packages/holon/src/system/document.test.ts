import { expect, it } from 'vitest'
import { alarmSystem } from '../runtime/alarm.fixture.ts'
import { systemDocument } from './document.ts'

it('is JSON, and tells what the declaration tells', () => {
  const document = systemDocument(alarmSystem)
  expect(JSON.parse(JSON.stringify(document))).toEqual(document)
  const [decision] = document.decisions
  expect(decision).toMatchObject({
    name: 'alarm',
    model: 'scorer',
    dataClasses: { risk: 'personal', area: 'public', note: 'personal' },
    fallback: 'nothing',
    policy: { kind: 'expected-utility', options: { explore: 0.3 } },
  })
  expect(decision?.feedback.map(({ name, kind }) => [name, kind])).toEqual([
    ['useful', 'feedback'],
    ['comment', 'feedback'],
    ['happened', 'outcome'],
  ])
  expect(decision?.experiences[2]).toMatchObject({ name: 'siren', parametersSchema: { type: 'object' } })
})

it('draws every part, and only edges between parts', () => {
  const { map } = systemDocument(alarmSystem)
  const ids = map.nodes.map((node) => node.id)
  expect(ids).toEqual(['component:scorer', 'decision:alarm', 'person:neighbour'])
  expect(map.edges.map((edge) => `${edge.from} ${edge.kind} ${edge.to}`)).toEqual([
    'component:scorer decides decision:alarm',
    'decision:alarm meets person:neighbour',
    'person:neighbour returns decision:alarm',
  ])
})
