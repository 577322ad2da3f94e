import type { SystemDocument } from 'holon'
import { createContext, useContext } from 'react'
import { StudioError } from '../wire/error.ts'

/** The system that the page is about. */
export const SystemContext = createContext<SystemDocument | undefined>(undefined)

/** The system that the page is about, as declared. */
export function useSystem(): SystemDocument {
  const system = useContext(SystemContext)
  if (system === undefined) {
    throw new StudioError('system-missing', 'This page is about no system.', 'Show it in a SystemFrame.', 0)
  }
  return system
}
