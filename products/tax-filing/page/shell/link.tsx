import type { MouseEvent, ReactNode } from 'react'
import { go, href, type Route } from './route.ts'

/** A link to a place on this page, followed without loading it anew. */
export function Link({ to, className, children }: { to: Route; className?: string; children: ReactNode }) {
  return (
    <a href={href(to)} className={className} onClick={(event) => follow(event, to)}>
      {children}
    </a>
  )
}

/** Follows a link inside the page, unless the browser was asked for a new window. */
function follow(event: MouseEvent, to: Route): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return
  event.preventDefault()
  go(to)
}
