import { TextInput } from '@mantine/core'
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { StudioError } from '../wire/error.ts'

const shelf = 'holon-name'

interface Naming {
  readonly name: string
  change(name: string): void
}

const NameContext = createContext<Naming | undefined>(undefined)

/** Remembers in this browser who sits here: whoever takes a case or resets a guardrail does it by name. */
export function NameProvider({ children }: { children: ReactNode }) {
  const [name, set] = useState(() => localStorage.getItem(shelf) ?? '')
  const naming = useMemo(
    () => ({
      name,
      change: (next: string) => {
        localStorage.setItem(shelf, next)
        set(next)
      },
    }),
    [name],
  )
  return <NameContext value={naming}>{children}</NameContext>
}

/** Who sits here. */
export function useYourName(): Naming {
  const naming = useContext(NameContext)
  if (naming !== undefined) return naming
  throw new StudioError('name-missing', 'Nobody was asked for a name.', 'Put a NameProvider around it.', 0)
}

/** Asks who sits here. */
export function YourName() {
  const { name, change } = useYourName()
  return (
    <TextInput
      className="your-name"
      label="Your name"
      size="sm"
      autoComplete="name"
      maxLength={200}
      required
      value={name}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    />
  )
}
