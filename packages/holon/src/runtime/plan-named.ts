import type { Plan } from '../decide/plan.ts'
import { unknownName } from '../spec/unknown-name.ts'
import type { Inside } from './inside.ts'

/** How a decision point works. @throws HolonError `name-unknown` */
export function planNamed({ plans }: Inside, name: string): Plan {
  const plan = plans.get(name)
  if (plan !== undefined) return plan
  throw unknownName('decision', name, [...plans.keys()])
}
