import type { GoalDocument } from 'holon'
import { type RefObject, useEffect, useState } from 'react'
import { goalId } from './goal-id.ts'
import { levelPath, linkPath, type Row } from './link-path.ts'

interface Link {
  readonly from: string
  readonly to: string
  readonly expected: 'raises' | 'lowers'
}

/** The lines from goals to what they support. Hidden from screen readers: every card says the same in words. */
export function GoalLinks(props: {
  goals: readonly GoalDocument[]
  tree: RefObject<HTMLDivElement | null>
  near: string | undefined
}) {
  const { goals, tree, near } = props
  const [paths, setPaths] = useState<readonly (Link & { readonly path: string })[]>([])
  const links = goals.flatMap(({ name, supports }) =>
    supports.map(({ goal, expected }): Link => ({ from: name, to: goal, expected })),
  )
  const key = JSON.stringify(links)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for `links`, a new array at every rendering.
  useEffect(() => {
    const element = tree.current
    if (element === null) return
    const draw = () => setPaths(drawn(element, links))
    const observer = new ResizeObserver(draw)
    observer.observe(element)
    for (const card of element.querySelectorAll('.goal')) observer.observe(card)
    return () => observer.disconnect()
  }, [key, tree])
  return (
    <svg className="goal-links" aria-hidden="true">
      <marker
        id="goal-arrow"
        viewBox="0 0 8 8"
        refX="7"
        refY="4"
        markerUnits="userSpaceOnUse"
        markerWidth="9"
        markerHeight="9"
        orient="auto"
      >
        <path d="M0 0.5L7.5 4L0 7.5Z" />
      </marker>
      {paths.map(({ from, to, expected, path }) => (
        <path
          key={`${from} ${to}`}
          d={path}
          markerEnd="url(#goal-arrow)"
          data-near={near === from || near === to}
          data-expected={expected}
        />
      ))}
    </svg>
  )
}

function drawn(tree: HTMLElement, links: readonly Link[]) {
  const origin = tree.getBoundingClientRect()
  const boxOf = (name: string) => relative(document.getElementById(goalId(name)), origin)
  const rows = [...tree.querySelectorAll('.goal-row')].map((row) => ({
    ...relative(row, origin),
    cards: [...row.querySelectorAll('.goal')].map((card) => relative(card, origin)),
  }))
  return links.flatMap((link) => {
    const from = boxOf(link.from)
    const to = boxOf(link.to)
    const starts = links.filter((one) => one.from === link.from)
    const ends = links.filter((one) => one.to === link.to)
    const x1 = spread(from, starts.indexOf(link), starts.length)
    const x2 = spread(to, ends.indexOf(link), ends.length)
    const path =
      from.top < to.bottom
        ? levelPath(from, to)
        : linkPath(x1, from.top, x2, to.bottom, rowsBetween(rows, to.bottom, from.top))
    return from.bottom === 0 || to.bottom === 0 ? [] : [{ ...link, path }]
  })
}

function relative(element: Element | null, origin: DOMRect) {
  const box = element?.getBoundingClientRect()
  if (box === undefined) return { left: 0, right: 0, top: 0, bottom: 0 }
  return {
    left: box.left - origin.left,
    right: box.right - origin.left,
    top: box.top - origin.top,
    bottom: box.bottom - origin.top,
  }
}

/** Ends of several links on one card stand beside each other. */
function spread(card: { left: number; right: number }, index: number, count: number): number {
  return (card.left + card.right) / 2 + (index - (count - 1) / 2) * 36
}

/** The rows between two heights, the lowest first. */
function rowsBetween(rows: readonly Row[], above: number, below: number): readonly Row[] {
  return rows.filter((row) => row.top > above && row.bottom < below).toReversed()
}
