import type { Audit } from '../spec/audit.ts'
import { siphash } from '../stats/hash/siphash.ts'
import type { DecisionPart } from '../system/decision.ts'

/** One audited feedback of a decision point, prepared once. */
export interface Audited {
  readonly name: string
  readonly share: number
  readonly after: ReadonlySet<string>
}

/** What is audited at a decision point. */
export const auditedIn = ({ feedbackParts }: DecisionPart): readonly Audited[] =>
  feedbackParts.flatMap(({ name, audit }) =>
    audit === undefined ? [] : [{ name, share: audit.share, after: new Set(audit.after) }],
  )

/**
 * Draws who is asked. The id of a decision holds chance of its own, so a hash of it draws, apart from what chose the
 * experience, and the same again at every replay. Undefined where nothing is audited after this experience.
 */
export function auditsOf(
  { audited }: { readonly audited: readonly Audited[] },
  id: string,
  experience: string,
): Readonly<Record<string, Audit>> | undefined {
  if (audited.length === 0) return undefined
  const due = audited.filter(({ after }) => after.has(experience))
  if (due.length === 0) return undefined
  return Object.fromEntries(
    due.map(({ name, share }) => [name, { share, asked: uniform(`${id}/${name}`) < share }]),
  )
}

/** Names of what a person is to be asked for. */
export const askedIn = (audits: Readonly<Record<string, Audit>> | undefined): readonly string[] =>
  audits === undefined ? nobody : Object.keys(audits).filter((name) => audits[name]?.asked === true)

const nobody: readonly string[] = Object.freeze([])
const openKey = new Uint8Array(16)

/** A number in [0, 1) of 53 bits, by text. */
function uniform(of: string): number {
  const [low, high] = siphash(openKey, of)
  return (high * 2 ** 21 + (low >>> 11)) / 2 ** 53
}
