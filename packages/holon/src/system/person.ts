import { freeze } from './freeze.ts'

/** Someone the system does something to or for, outside its boundary. */
export interface PersonPart {
  readonly kind: 'person'
  readonly name: string
  readonly wants: string
}

/** Declares someone the system does something to or for. */
export const person = (name: string, init: Omit<PersonPart, 'kind' | 'name'>): PersonPart =>
  freeze({ kind: 'person', name, ...init })
