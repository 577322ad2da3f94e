import type { ReactNode } from 'react'
import './none.css'

/** Something that is missing and perhaps should not be. */
export function None({ children }: { children: ReactNode }) {
  return <span className="none">{children}</span>
}
