import type { RecordDocument } from 'holon'
import { formatShare } from '../format/number.ts'

/** What an apprentice would have chosen, where there is one that had learned something by then. */
export function apprenticeSentence({ apprentice }: RecordDocument['record']): string | undefined {
  if (apprentice === undefined) return undefined
  const likely = Object.entries(apprentice.probabilities).toSorted((a, b) => b[1] - a[1])
  const shares = likely.map(([name, share]) => `${name} ${formatShare(share)}`).join(', ')
  return `The apprentice, which learns and never acts, would have chosen ${apprentice.experience} (${shares}).`
}
