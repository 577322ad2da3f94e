import { type ReactNode, useEffect, useRef } from 'react'

/** The heading of a view. It takes the focus when the view appears, so that keyboard and screen reader start there. */
export function PageTitle({ children, name }: { children: ReactNode; name?: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const title = name ?? (typeof children === 'string' ? children : '')
  useEffect(() => {
    document.title = title === '' ? 'Plain Return' : `${title} – Plain Return`
    // The first view of all takes no focus from whoever just arrived.
    if (arrived) {
      heading.current?.focus({ preventScroll: true })
      scrollTo({ top: 0 })
    }
    arrived = true
  }, [title])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  )
}

let arrived = false
