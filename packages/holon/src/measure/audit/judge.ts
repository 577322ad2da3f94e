import type { GoalStatus, Target } from '../../spec/api.ts'
import type { AuditedValue } from '../../spec/audit.ts'
import { judge } from '../goal.ts'
import { short } from '../short.ts'
import { auditedEstimate } from './measure.ts'

/**
 * Whether a goal is reached, by what is known of everybody, and why in words that tell it from the number of those who
 * spoke up. Bounds reach a target only as a whole.
 */
export function judgeAudited(
  target: Target,
  audit: AuditedValue,
): { readonly status: GoalStatus; readonly because: string } {
  const { status, because } = judge(target, auditedEstimate(audit))
  const wanted = because.slice(because.lastIndexOf(', target'))
  return { status, because: `${sayAudit(audit)}${wanted}` }
}

/** What an audit says, in one sentence. */
function sayAudit({ whole, naive, asked, answered, worst }: AuditedValue): string {
  const heard =
    naive.value === null
      ? 'nobody spoke up unasked'
      : `those who spoke up unasked say ${short(naive.value)} of ${naive.n}`
  if (whole.kind === 'bounds')
    return `${span('bounds', [whole.lowest, whole.highest])}: ${uncapped(whole.because)} (${heard})`
  return `${short(whole.value)} of everybody, by ${answered} answers of ${asked} asked at random, ${span('interval', whole.interval)}, ${span('whatever the silent would say', worst)} (${heard})`
}

const span = (what: string, [low, high]: readonly [number, number]): string =>
  `${what} ${short(low)} to ${short(high)}`

/** Inside a sentence, without its end. */
const uncapped = (sentence: string): string =>
  sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '')
