import { IconEye, IconEyeOff } from '@tabler/icons-react'
import type { SystemDocument } from 'holon'
import { formatSentence } from '../format/json.ts'
import type { Part } from './drawing.ts'
import './part-list.css'
import { partWords } from './part-words.ts'

interface ListProps {
  readonly system: SystemDocument
  readonly chosen: string | undefined
  readonly choose: (id: string) => void
}

/** The parts of the system as a list: the map for small screens and for ears. */
export function PartList({ system, chosen, choose }: ListProps) {
  const { nodes } = system.map
  const groups: readonly (readonly [string, readonly Part[]])[] = [
    ['Decisions', nodes.filter((node) => node.kind === 'decision')],
    ['Models, inside', nodes.filter((node) => node.kind === 'model' && node.inside)],
    ['Other components, inside', nodes.filter((node) => node.kind === 'component' && node.inside)],
    ['Components outside', nodes.filter((node) => isComponent(node) && !node.inside)],
    ['People', nodes.filter((node) => node.kind === 'person')],
    ['Environment', nodes.filter((node) => node.kind === 'environment')],
  ]
  return (
    <div className="parts">
      {groups
        .filter(([, parts]) => parts.length > 0)
        .map(([title, parts]) => (
          <section key={title} aria-label={title}>
            <h2>{title}</h2>
            <ul>
              {parts.map((part) => (
                <li key={part.id}>
                  <PartButton
                    part={part}
                    does={formatSentence(doesOf(system, part))}
                    chosen={part.id === chosen}
                    choose={choose}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      {system.loops.length > 0 && <Loops loops={system.loops} chosen={chosen} choose={choose} />}
    </div>
  )
}

const isComponent = ({ kind }: Part): boolean => kind === 'component' || kind === 'model'

function PartButton(props: { part: Part; does: string; chosen: boolean; choose: (id: string) => void }) {
  const { part, does, chosen, choose } = props
  const { Icon } = partWords[part.kind]
  return (
    <button
      type="button"
      className="part-row"
      data-kind={part.kind}
      aria-pressed={chosen}
      onClick={() => choose(part.id)}
    >
      <Icon size={part.kind === 'model' ? 12 : 16} aria-hidden="true" />
      <span>
        <b>{part.label}</b>
        <span className="small quiet">{does}</span>
      </span>
    </button>
  )
}

function Loops({ loops, chosen, choose }: Omit<ListProps, 'system'> & { loops: SystemDocument['loops'] }) {
  return (
    <section aria-label="Loops through the world">
      <h2>Loops through the world</h2>
      <ul>
        {loops.map((loop) => (
          <li key={loop.name}>
            <button
              type="button"
              className="part-row"
              aria-pressed={`loop:${loop.name}` === chosen}
              onClick={() => choose(`loop:${loop.name}`)}
            >
              {loop.watchedBy === undefined ? (
                <IconEyeOff size={16} aria-label="not watched" />
              ) : (
                <IconEye size={16} aria-label="watched" />
              )}
              <span>
                <b>{loop.name}</b>
                <span className="small quiet">
                  {loop.from} → {loop.through} → {loop.to}, after {loop.delay}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function doesOf(system: SystemDocument, part: Part): string {
  const named = <T extends { readonly name: string }>(list: readonly T[]) =>
    list.find((one) => one.name === part.label)
  switch (part.kind) {
    case 'decision':
      return named(system.decisions)?.does ?? ''
    case 'person':
      return named(system.people)?.wants ?? ''
    case 'environment':
      return named(system.environment)?.assumed ?? ''
    default:
      return named(system.components)?.does ?? ''
  }
}
