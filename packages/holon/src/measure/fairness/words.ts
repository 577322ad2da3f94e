/** A share as a percentage in a sentence. */
export const percent = (share: number): string => `${Number((share * 100).toPrecision(3))} %`

/** A difference of shares in a sentence. */
export const points = (difference: number): string =>
  `${Number((difference * 100).toPrecision(3))} percentage points`

/** Names in a sentence: the first few, and how many more. */
export function listed(names: readonly string[]): string {
  const few = names.length <= 4 ? names : [...names.slice(0, 3), `${names.length - 3} more`]
  return few.length < 2 ? few.join('') : `${few.slice(0, -1).join(', ')} and ${few.at(-1)}`
}
