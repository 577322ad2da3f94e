import type { SystemDocument } from 'holon'
import { formatSentence } from '../format/json.ts'
import { Empty } from '../look/state.tsx'
import { ComponentDetails } from './component-details.tsx'
import { DecisionDetails } from './decision-details.tsx'
import { LoopDetails, UndeclaredLoop } from './loop-details.tsx'
import './part-details.css'

/** Everything declared of a part, by its id on the map, or of a loop by `loop:` and its name. */
export function PartDetails({ system, id }: { system: SystemDocument; id: string }) {
  const cut = id.indexOf(':')
  const [kind, name] = [id.slice(0, cut), id.slice(cut + 1)]
  const named = <T extends { readonly name: string }>(list: readonly T[]) =>
    list.find((one) => one.name === name)
  const decision = kind === 'decision' ? named(system.decisions) : undefined
  const component = kind === 'component' ? named(system.components) : undefined
  const person = kind === 'person' ? named(system.people) : undefined
  const surrounding = kind === 'environment' ? named(system.environment) : undefined
  const loop = kind === 'loop' ? named(system.loops) : undefined
  if (decision !== undefined) return <DecisionDetails decision={decision} />
  if (component !== undefined) return <ComponentDetails component={component} system={system} />
  if (loop !== undefined) return <LoopDetails loop={loop} />
  if (kind === 'loop') return <UndeclaredLoop name={name} />
  if (person !== undefined)
    return <Outside name={name} kind="person, outside" title="Wants" words={person.wants} />
  if (surrounding !== undefined) {
    return <Outside name={name} kind="environment, outside" title="Assumed" words={surrounding.assumed} />
  }
  return <Empty title="There is no such part.">Choose one on the map.</Empty>
}

function Outside(props: { name: string; kind: string; title: string; words: string }) {
  return (
    <article className="details">
      <header>
        <h2>{props.name}</h2>
        <p className="quiet small">{props.kind}</p>
      </header>
      <section>
        <h3>{props.title}</h3>
        <p>{formatSentence(props.words)}</p>
      </section>
    </article>
  )
}
