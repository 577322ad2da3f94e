import { readId } from '../decide/id.ts'
import { dismiss } from '../decide/memory.ts'
import type { Plan } from '../decide/plan.ts'
import { HolonError } from '../spec/error.ts'
import type { Json } from '../spec/json.ts'
import type { Appending, Person } from '../spec/ports.ts'
import type { BackEntry, DecisionEntry, EventEntry } from '../spec/record.ts'
import { unknownName } from '../spec/unknown-name.ts'
import type { DecisionPart, FeedbackPart } from '../system/decision.ts'
import { caseKeys } from './cases.ts'
import { answered, report } from './handing.ts'
import type { Inside } from './inside.ts'
import { validate } from './validate.ts'

/** The decision point an id belongs to, known from the id alone. @throws HolonError `decision-id-invalid` */
function decisionOf(inside: Inside, id: string): DecisionPart {
  const identity = readId(inside.secret, id)
  const part = [...inside.plans.values()].find((plan) => plan.tag === identity?.tag)?.decision
  if (part === undefined) throw notOurs(inside, id)
  return part
}

/** The error for an id that was not issued here, was altered, or belongs to another system. */
export const notOurs = (inside: Inside, id: string): HolonError =>
  new HolonError(
    'decision-id-invalid',
    `"${id.slice(0, 60)}" is not the id of a decision of "${inside.system.name}".`,
    'Send the id exactly as the decision answered it.',
  )

/** How something comes back. */
interface Back {
  readonly key?: string
  readonly change?: boolean
  /** An event of the system that is recorded with it, both or neither. */
  readonly beside?: Appending & { readonly entry: EventEntry }
}

/** Records something that came back for a decision, and does what is to be done because of it. */
export async function takeBack(
  inside: Inside,
  id: string,
  name: string,
  given: unknown,
  { key, change = false, beside }: Back = {},
): Promise<void> {
  const part = decisionOf(inside, id)
  if (beside === undefined && key?.startsWith(caseKeys) === true) throw takenKey(key)
  const base = { decision: id, at: inside.ports.clock.now(), name, ...(key !== undefined && { key }) }
  const entry: BackEntry =
    name === 'exposure'
      ? { ...base, kind: 'exposure', value: exposed(given) }
      : { ...base, ...(await valueFor(inside, id, feedbackOf(part, name), given)) }
  const once = key === undefined || change ? {} : { once: `${id}/${name}/${key}` }
  await append(inside, entry, once, beside)
  const plan = inside.plans.get(part.name)
  if (plan === undefined || !plan.heeded.has(name)) return
  await answered(inside, id, name, entry.at)
  if (given === false) return
  const found = await inside.ports.log.find(id)
  if (found !== undefined) await heed(inside, plan, found.decision, name, entry.at)
}

const takenKey = (key: string): HolonError =>
  new HolonError(
    'input-invalid',
    `The key "${key.slice(0, 60)}" begins with "${caseKeys}", as only the answers of cases do.`,
    'Choose another key.',
  )

/** Where it dismisses an interruption, limits keep quiet for a while; a ladder ends, or is hurried; a case is opened. */
async function heed(
  inside: Inside,
  plan: Plan,
  decision: DecisionEntry,
  name: string,
  at: number,
): Promise<void> {
  const { person = inside.nobody.pseudonym, experience } = decision
  if (plan.decision.limits.some((limit) => limit.pause?.after === name)) {
    // How forceful it was is for its arm to say.
    const met = plan.flying?.again(decision.arms, decision.context)?.plan ?? plan
    await inside.memories.hold(person, (memory, keep) => keep(dismiss(met, memory, name, experience, at)))
  }
  await inside.climbs.cameBack(decision, name, at)
  const part = plan.decision.feedbackParts.find((one) => one.name === name)
  if (part !== undefined) await report(inside, decision, part)
}

/** Takes back what had come back under a name. */
export async function retract(
  inside: Inside,
  id: string,
  name: string,
  key: string | undefined,
): Promise<void> {
  const part = decisionOf(inside, id)
  if (name !== 'exposure') feedbackOf(part, name)
  const at = inside.ports.clock.now()
  await append(inside, { kind: 'retraction', decision: id, at, name, ...(key !== undefined && { key }) })
}

async function append(
  inside: Inside,
  entry: BackEntry,
  once: { readonly once?: string } = {},
  beside?: Back['beside'],
): Promise<void> {
  const appending = { entry, ...once }
  const [receipt] = await inside.ports.log.append(beside === undefined ? [appending] : [appending, beside])
  if (receipt?.fresh !== true) return
  const { sealed: _, ...open } = entry
  inside.emit({ type: 'feedback', data: open })
  if (beside !== undefined) inside.emit({ type: 'event', data: beside.entry })
}

function feedbackOf(part: DecisionPart, name: string): FeedbackPart {
  const found = part.feedbackParts.find((one) => one.name === name)
  if (found !== undefined) return found
  throw unknownName('feedback', name, [...part.feedbackParts.map((one) => one.name), 'exposure'])
}

function exposed(value: unknown): true {
  if (value === true) return true
  throw new HolonError(
    'value-invalid',
    'An exposure is always true.',
    'Send true when the person has seen it, nothing otherwise.',
  )
}

/** A public value as it is; a personal one sealed for the person the decision concerned. */
async function valueFor(inside: Inside, id: string, part: FeedbackPart, given: unknown) {
  const value = (await validate(part.value, given, 'value-invalid', `value of "${part.name}"`)) as Json
  if (part.dataClass === 'public') return { kind: part.kind, value }
  const found = await inside.ports.log.find(id)
  if (found === undefined) {
    throw new HolonError(
      'decision-unknown',
      `There is no decision ${id} in the log.`,
      'Send it again a little later.',
    )
  }
  const { person } = found.decision
  return {
    kind: part.kind,
    sealed: (await sealerFor(inside, found.decision)).seal(JSON.stringify(value)),
    ...(person !== undefined && { person }),
  }
}

/** The person a decision concerned, to seal what is said about them. @throws HolonError `person-erased` */
export const sealerFor = async (inside: Inside, { person, sealed }: DecisionEntry): Promise<Person> =>
  person === undefined ? inside.nobody : personBehind(inside, person, sealed)

async function personBehind(inside: Inside, pseudonym: string, sealed: string | undefined) {
  const text = sealed === undefined ? undefined : await inside.ports.vault.open(pseudonym, sealed)
  const subject = text === undefined ? undefined : (JSON.parse(text) as { subject?: string }).subject
  const person = subject === undefined ? undefined : await inside.ports.vault.known(subject)
  if (person !== undefined) return person
  throw new HolonError(
    'person-erased',
    'The person this decision concerned was erased; nothing personal is recorded about them any more.',
    'Nothing is to be done.',
  )
}
