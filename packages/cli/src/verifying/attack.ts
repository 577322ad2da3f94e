import type { Product } from '@holon/embedded'
import { defineVerification, type VerifyOptions, type VerifyReport, verify } from 'holon/verify'

/** A report, and how long it took. */
export interface Attacked {
  readonly report: VerifyReport
  readonly seconds: number
}

/** Attacks a product; one that states nothing of its own still has to keep what holds for every system. */
export async function attack(
  { system, verify: verification = defineVerification(system, {}) }: Product,
  options: VerifyOptions,
): Promise<Attacked> {
  const since = performance.now()
  const report = await verify(verification, options)
  return { report, seconds: (performance.now() - since) / 1000 }
}
