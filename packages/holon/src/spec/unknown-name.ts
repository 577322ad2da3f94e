import { HolonError } from './error.ts'

/** The error for a name that leads nowhere. */
export const unknownName = (kind: string, name: string, known: readonly string[]): HolonError =>
  new HolonError(
    'name-unknown',
    `There is no ${kind} "${name}".`,
    known.length === 0 ? `This system declares no ${kind}.` : `Use one of: ${known.join(', ')}.`,
    { details: { known } },
  )
