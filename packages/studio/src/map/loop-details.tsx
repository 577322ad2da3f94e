import { Link } from '@tanstack/react-router'
import type { LoopDocument } from 'holon'
import { formatSentence } from '../format/json.ts'
import { goalId } from '../goals/goal-id.ts'
import { Facts } from '../look/facts.tsx'
import { None } from '../look/none.tsx'
import { LoopSeen } from '../loops/loop-seen.tsx'
import { useSystem } from '../shell/system.ts'

const effects = {
  reinforcing: 'Reinforcing: what it does makes more of the same likely.',
  balancing: 'Balancing: what it does makes less of the same likely.',
}

/** A loop through the world: how what the system does comes back as what it learns from. */
export function LoopDetails({ loop }: { loop: LoopDocument }) {
  const { name: system } = useSystem()
  return (
    <article className="details">
      <header>
        <h2>{loop.name}</h2>
        <p className="quiet small">loop through the world</p>
      </header>
      <p>{effects[loop.effect]}</p>
      <section>
        <h3>Way</h3>
        <p>
          {loop.from} → {loop.through} → {loop.to}
        </p>
        <Facts
          facts={{
            Delay: loop.delay,
            'Watched by':
              loop.watchedBy === undefined ? (
                <None>nothing</None>
              ) : (
                <Link to="/systems/$system/goals" params={{ system }} hash={goalId(loop.watchedBy)}>
                  {loop.watchedBy}
                </Link>
              ),
            'Broken by': loop.brokenBy && formatSentence(loop.brokenBy),
          }}
        />
      </section>
      <LoopSeen name={loop.name} />
    </article>
  )
}

/** A loop that the log shows and nobody declared. */
export function UndeclaredLoop({ name }: { name: string }) {
  return (
    <article className="details">
      <header>
        <h2>{name}</h2>
        <p className="quiet small">found, not declared</p>
      </header>
      <p>
        Declare it with <code>loop(…)</code>, name what it <code>influences</code>, and a goal that watches
        it.
      </p>
      <LoopSeen name={name} />
    </article>
  )
}
