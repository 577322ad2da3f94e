import { HolonError } from '../../spec/error.ts'

/** Refuses a name that could not stand in an address or a report. @throws HolonError `input-invalid` */
export function mustBeName(kind: string, name: string): void {
  if (name.length <= 100 && /^[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*$/.test(name)) return
  throw new HolonError(
    'input-invalid',
    `"${name.slice(0, 60)}" cannot be the name of ${kind}.`,
    'Use letters, digits and single dashes, for example "calm-words".',
  )
}
