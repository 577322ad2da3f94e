import type { MapDocument } from '../spec/api.ts'
import type { ComponentPart } from './component.ts'
import type { DecisionPart } from './decision.ts'
import type { System } from './system.ts'

type Node = MapDocument['nodes'][number]
type Edge = MapDocument['edges'][number]

const id = (kind: string, name: string): string => `${kind}:${name}`

/** The system drawn: components, decisions, people and environment, what uses what, and the loops through the world. */
export function systemMap(system: System): MapDocument {
  const nodes: Node[] = [
    ...system.components.map((one) => ({
      id: id('component', one.name),
      label: one.name,
      kind: one.kind,
      inside: one.inside,
    })),
    ...system.decisions.map((one) => ({
      id: id('decision', one.name),
      label: one.name,
      kind: 'decision' as const,
      inside: true,
    })),
    ...[...system.people, ...system.environment].map((one) => ({
      id: id(one.kind, one.name),
      label: one.name,
      kind: one.kind,
      inside: false,
    })),
  ]
  return { nodes, edges: [...uses(system), ...decides(system), ...meets(system), ...loops(system)] }
}

function uses(system: System): Edge[] {
  return system.components.flatMap((one) =>
    one.uses.map((other) => ({
      from: id('component', other.name),
      to: id('component', one.name),
      kind: 'uses' as const,
    })),
  )
}

function decides(system: System): Edge[] {
  return system.decisions.flatMap((one) => [
    ...(one.model === undefined ? [] : [edge(one.model, one, 'decides')]),
    ...one.uses.map((part) => edge(part, one, 'uses')),
  ])
}

const edge = (from: ComponentPart, to: DecisionPart, kind: 'decides' | 'uses'): Edge => ({
  from: id('component', from.name),
  to: id('decision', to.name),
  kind,
})

/** Every decision meets the first person declared: the one the system is for. What they say comes back. */
function meets(system: System): Edge[] {
  const whom = system.people[0]
  if (whom === undefined) return []
  return system.decisions.flatMap((one) => [
    {
      from: id('decision', one.name),
      to: id('person', whom.name),
      kind: 'meets' as const,
      label: one.experiences.map((experience) => experience.name).join(', '),
    },
    ...(one.feedbackParts.length === 0
      ? []
      : [
          {
            from: id('person', whom.name),
            to: id('decision', one.name),
            kind: 'returns' as const,
            label: one.feedbackParts.map((back) => back.name).join(', '),
          },
        ]),
  ])
}

function loops(system: System): Edge[] {
  return system.loops.flatMap((one) => [
    {
      from: id('decision', one.from.name),
      to: id(one.through.kind, one.through.name),
      kind: 'influences' as const,
      label: one.name,
    },
    {
      from: id(one.through.kind, one.through.name),
      to: id('component', one.to.name),
      kind: 'influences' as const,
      label: `${one.name}, after ${one.delay}`,
    },
  ])
}
