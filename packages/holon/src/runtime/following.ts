import { HolonError } from '../spec/error.ts'
import type { Person, Receipt } from '../spec/ports.ts'
import type { OpenEntry } from '../spec/record.ts'
import type { Inside } from './inside.ts'

/** What is to follow a decision, made durable before its record. */
export interface Following {
  /** Waits for the record, and lets happen what follows it, or takes it back where there is no such record. */
  settle(appended: Promise<readonly Receipt[]>): Promise<readonly Receipt[]>
}

/**
 * Prepares what follows a decision whose record is not written yet: the next step of a ladder. Prepared without a record
 * it comes to nothing, as it looks for the record first; a record without it would wait for ever.
 */
export async function follow(
  inside: Inside,
  entry: OpenEntry,
  { pseudonym }: Person,
): Promise<Following | undefined> {
  const begun = await inside.climbs.begin(entry, pseudonym)
  if (begun === undefined) return undefined
  return {
    settle: async (appended) => {
      try {
        const receipts = await appended
        if (receipts[0]?.fresh === true) begun.arm()
        else await begun.withdraw()
        return receipts
      } catch (error) {
        // A log that broke down on the way cannot tell whether it has the record.
        if (error instanceof HolonError && error.code === 'log-full') await begun.withdraw()
        else begun.arm()
        throw error
      }
    },
  }
}
