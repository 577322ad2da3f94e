import { expect, it } from 'vitest'
import { alarmSystem } from '../runtime/alarm.fixture.ts'
import { lamps, openLamps } from '../runtime/flights/lamp.fixture.ts'
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

it('says in words what variants change', () => {
  const [lamp] = systemDocument(lamps).decisions
  expect(lamp?.variants?.slice(0, 3)).toEqual([
    { name: 'calm', does: 'speaks calmly', changes: ['glow: words'] },
    {
      name: 'eager',
      does: 'explores more',
      changes: [expect.stringMatching(/^policy: .*0\.9|^policy: .*90/)],
    },
    { name: 'sure', does: 'goes by thresholds', changes: ['policy: beam from 0.5, otherwise dark.'] },
  ])
  expect(systemDocument(alarmSystem).decisions[0]).not.toHaveProperty('variants')
})

it('names the versions of a model that flights may try, with what an answer costs, once it runs', async () => {
  const [watcher] = (await openLamps()).document().components
  expect(watcher?.model?.versions).toEqual([{ name: 'bought', version: '9', kind: 'function', cost: 2 }])
  expect(systemDocument(lamps).components[0]?.model).not.toHaveProperty('versions')
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
