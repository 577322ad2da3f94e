import { siphash } from 'holon/stats'
import type { TaxReturn } from '../../domain/return.ts'

/**
 * The key of the decision about one state of one return, the same after a reload.
 *
 * Keys are logged in the open, and a plain hash would let amounts be guessed; so the hash is keyed by the person's
 * random id, which the log keeps sealed.
 *
 * @param person 32 hexadecimal digits
 */
export function decisionKey(person: string, episode: string, taxReturn: TaxReturn): string {
  const secret = Uint8Array.from({ length: 16 }, (_, index) =>
    Number.parseInt(person.slice(2 * index, 2 * index + 2), 16),
  )
  const parts = siphash(secret, `${episode} ${JSON.stringify(taxReturn)}`)
  return parts.map((part) => part.toString(16).padStart(8, '0')).join('')
}
