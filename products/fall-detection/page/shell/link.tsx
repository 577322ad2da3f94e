import type { MouseEvent, ReactNode } from 'react'
import { go, href, type View } from './route.ts'

/** A link to a place on this page, followed without loading it anew. */
export function Link({ to, className, children }: { to: View; className?: string; children: ReactNode }) {
  const follow = (event: MouseEvent) => {
    // Somebody may have asked for a new window.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return
    event.preventDefault()
    go(to)
  }
  return (
    <a href={href(to)} className={className} onClick={follow}>
      {children}
    </a>
  )
}
