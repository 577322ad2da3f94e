import type { MouseEvent, ReactNode } from 'react'
import { go, href, type Place } from './route.ts'

interface LinkProps {
  readonly to: Place
  readonly className?: string
  readonly isHere?: boolean
  readonly children: ReactNode
}

/** A link to a place on this page, followed without loading it anew. */
export function Link({ to, className, isHere = false, children }: LinkProps) {
  const follow = (event: MouseEvent) => {
    // Somebody may have asked for a new window.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return
    event.preventDefault()
    go(to)
  }
  return (
    <a href={href(to)} className={className} aria-current={isHere ? 'page' : undefined} onClick={follow}>
      {children}
    </a>
  )
}
