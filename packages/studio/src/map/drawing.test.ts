import type { SystemDocument } from 'holon'
import { expect, test } from 'vitest'
import { bystandersOf, drawingOf } from './drawing.ts'

const node = (id: string, inside = false) => {
  const [kind = '', label = ''] = id.split(':')
  return { id, label, kind, inside }
}
const influences = (from: string, to: string, label: string) => ({ from, to, kind: 'influences', label })

const system = {
  map: {
    nodes: [
      { ...node('component:risk', true), kind: 'model' },
      node('decision:meter', true),
      node('person:filer'),
      node('person:owner'),
      node('environment:office'),
    ],
    edges: [
      { from: 'component:risk', to: 'decision:meter', kind: 'decides' },
      { from: 'decision:meter', to: 'person:filer', kind: 'meets', label: 'meter' },
      influences('decision:meter', 'person:filer', 'advice'),
      influences('person:filer', 'component:risk', 'advice, after 1 year'),
      influences('decision:meter', 'environment:office', 'adapts'),
      influences('environment:office', 'component:risk', 'adapts, after 3 years'),
    ],
  },
  loops: [
    {
      name: 'advice',
      from: 'meter',
      through: 'filer',
      to: 'risk',
      delay: '1 year',
      watchedBy: 'calibration',
    },
    { name: 'adapts', from: 'meter', through: 'office', to: 'risk', delay: '3 years' },
  ],
} as unknown as SystemDocument

test('draws influences that make up a loop as that loop, out and back', () => {
  const { lines } = drawingOf(system)
  expect(lines.filter((line) => line.kind === 'influences')).toEqual([])
  const loop = { name: 'adapts', watched: false }
  expect(lines.filter((line) => line.loop?.name === 'adapts')).toEqual([
    {
      id: 'adapts out',
      from: 'decision:meter',
      to: 'environment:office',
      kind: 'loop',
      label: undefined,
      loop,
    },
    {
      id: 'adapts back',
      from: 'environment:office',
      to: 'component:risk',
      kind: 'loop',
      label: 'adapts, 3 years',
      loop,
    },
  ])
  expect(lines.find((line) => line.loop?.name === 'advice')?.loop?.watched).toBe(true)
})

test('keeps an influence that belongs to no loop, and leaves out a loop whose parts are not on the map', () => {
  expect(drawingOf({ ...system, loops: [] }).lines.filter((line) => line.kind === 'influences')).toHaveLength(
    4,
  )
  const stray = { ...system, loops: system.loops.map((loop) => ({ ...loop, through: 'nobody' })) }
  expect(drawingOf(stray).lines.filter((line) => line.kind === 'loop')).toEqual([])
})

test('keeps a line with the same ends as a loop but of another kind', () => {
  expect(drawingOf(system).lines.map((line) => line.kind)).toContain('meets')
})

test('lets outsiders without a line stand aside', () => {
  expect(bystandersOf(drawingOf(system)).map((part) => part.label)).toEqual(['owner'])
})
