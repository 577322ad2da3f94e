import { useRouterState } from '@tanstack/react-router'
import type { GoalDocument } from 'holon'
import { useEffect, useRef, useState } from 'react'
import { GoalCard } from './goal-card.tsx'
import { goalId } from './goal-id.ts'
import { GoalLinks } from './goal-links.tsx'
import './goal-tree.css'
import { layerWords } from './layers.ts'

/** Five layers, organization on top, with a line from each goal up to what it supports. */
export function GoalTree({ goals, busy }: { goals: readonly GoalDocument[]; busy: boolean }) {
  const tree = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState<string>()
  const hash = useRouterState({ select: (state) => state.location.hash })
  useEffect(() => {
    if (hash !== '') document.getElementById(hash)?.scrollIntoView({ block: 'center' })
  }, [hash])
  return (
    <div className="goal-tree" ref={tree} aria-busy={busy}>
      <GoalLinks goals={goals} tree={tree} near={near} />
      {layerWords.map(({ layer, title, about }) => (
        <section key={layer} className="goal-layer" aria-label={title}>
          <header>
            <h2>{title}</h2>
            <p className="quiet small">{about}</p>
          </header>
          <ul className="goal-row">
            {goals
              .filter((goal) => goal.layer === layer)
              .map((goal) => (
                <GoalCard
                  key={goal.name}
                  goal={goal}
                  linked={hash === goalId(goal.name)}
                  related={near !== undefined && isRelated(goals, near, goal.name)}
                  approach={setNear}
                />
              ))}
            {goals.every((goal) => goal.layer !== layer) && (
              <li className="goal-none quiet">No goal here.</li>
            )}
          </ul>
        </section>
      ))}
    </div>
  )
}

function isRelated(goals: readonly GoalDocument[], one: string, other: string): boolean {
  const links = (from: string, to: string) =>
    goals.find((goal) => goal.name === from)?.supports.some((link) => link.goal === to) ?? false
  return links(one, other) || links(other, one)
}
