import type { Address } from '../../domain/address.ts'
import { standingOf } from '../../domain/standing.ts'
import type { Visited } from '../../extension/warned.ts'

/** A result in words. */
export interface Verdict {
  readonly title: string
  readonly meaning: string
  /** What the reasons are called. */
  readonly reasons: string
}

/** What an experience is called on this page. There is no word for "safe": letters cannot tell that. */
export function verdictOf(met: Visited['experience'], address: Address): Verdict {
  if (met === 'warning') {
    return {
      title: 'Better leave it',
      meaning:
        'If you did not expect exactly the site that is marked, do not open it. The extension would stop before this page is shown.',
      reasons: 'Why',
    }
  }
  if (met === 'note') {
    return {
      title: 'Look twice',
      meaning:
        'Something in it is unusual. Ask yourself whether the site that is marked is the one you mean. The extension would put a note beside the address bar.',
      reasons: 'What is unusual',
    }
  }
  const known = standingOf(address) === 'known-good'
  return {
    title: known ? 'A site that is well known' : 'Nothing stands out',
    meaning: known
      ? 'The marked site is on the list of well-known ones. What others write on it may still be a trap.'
      : 'That does not make it safe: a new trap may have an address as plain as this. Look whether the marked site is the one you mean.',
    reasons: 'Seen, but not enough to say anything',
  }
}
