import type { Plan } from '../decide/plan.ts'
import { HolonError } from '../spec/error.ts'
import type { Person, Receipt } from '../spec/ports.ts'
import type { OpenEntry } from '../spec/record.ts'
import type { Begun } from './climbs.ts'
import { caseOf } from './handing.ts'
import type { Inside } from './inside.ts'

/** What is to follow a decision, made durable before its record. */
export interface Following {
  /** Waits for the record, and lets happen what follows it, or takes it back where there is no such record. */
  settle(appended: Promise<readonly Receipt[]>): Promise<readonly Receipt[]>
}

/**
 * Prepares what follows a decision whose record is not written yet: the next step of a ladder, a case for somebody.
 * Prepared without a record it comes to nothing, as it looks for the record first; a record without it would wait for ever.
 */
export async function follow(
  inside: Inside,
  plan: Plan,
  entry: OpenEntry,
  { pseudonym }: Person,
): Promise<Following | undefined> {
  const begun = [await inside.climbs.begin(entry, pseudonym), await opened(inside, plan, entry)]
  const prepared = begun.filter((one) => one !== undefined)
  return prepared.length === 0 ? undefined : { settle: (appended) => settle(prepared, appended) }
}

async function opened(inside: Inside, plan: Plan, entry: OpenEntry): Promise<Begun | undefined> {
  const handsOver = plan.experiences.find(({ name }) => name === entry.experience)?.handsOver
  if (handsOver === undefined) return undefined
  const one = caseOf(inside, entry, handsOver)
  await inside.cases.add(one)
  return { arm: () => inside.cases.arm(one), withdraw: () => inside.cases.drop(one) }
}

async function settle(prepared: readonly Begun[], appended: Promise<readonly Receipt[]>) {
  try {
    const receipts = await appended
    if (receipts[0]?.fresh === true) for (const one of prepared) one.arm()
    else await withdraw(prepared)
    return receipts
  } catch (error) {
    // A log that broke down on the way cannot tell whether it has the record.
    if (error instanceof HolonError && error.code === 'log-full') await withdraw(prepared)
    else for (const one of prepared) one.arm()
    throw error
  }
}

const withdraw = (prepared: readonly Begun[]) => Promise.all(prepared.map((one) => one.withdraw()))
