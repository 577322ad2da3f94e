import type { ReactNode } from 'react'

/** One component: what it is for, what one types, and itself. */
export function Shelf(props: { id: string; title: string; code: string; children: ReactNode }) {
  const { id, title, code, children } = props
  return (
    <section id={id} className="shelf" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <pre dir="ltr">{code}</pre>
      {children}
    </section>
  )
}
