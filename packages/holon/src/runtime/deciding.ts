import { askedIn } from '../decide/audits.ts'
import { conclude, decide, foresee, type Made, resumed } from '../decide/decide.ts'
import { explain } from '../decide/explain.ts'
import type { Arms } from '../decide/flight/assign.ts'
import { makeId } from '../decide/id.ts'
import { isRemembered, recall, remember } from '../decide/memory.ts'
import type { Asked } from '../decide/moment.ts'
import type { Flying, Plan } from '../decide/plan.ts'
import { isPromise } from '../decide/predict.ts'
import { HolonError } from '../spec/error.ts'
import { canonical } from '../spec/json.ts'
import type { Person } from '../spec/ports.ts'
import type { Step } from '../spec/recent.ts'
import type { DecisionEntry, Intervention, OpenEntry, PrivatePart } from '../spec/record.ts'
import type { Answer, DecideOptions } from '../spec/running.ts'
import { siphash } from '../stats/hash/siphash.ts'
import { stepKeys } from './climbs.ts'
import { follow } from './following.ts'
import type { Inside } from './inside.ts'
import { openRecord } from './opening.ts'
import { planNamed } from './plan-named.ts'
import { validate } from './validate.ts'

/**
 * Takes one decision: checks the context, decides, seals, and answers once the record is durable, and with it what is to
 * be remembered, latched, and to follow.
 */
export async function takeDecision(
  inside: Inside,
  name: string,
  given: unknown,
  options: DecideOptions = {},
): Promise<Answer> {
  const plan = planNamed(inside, name)
  const { key, episode } = options
  if (key?.startsWith(stepKeys) === true) throw takenKey(key)
  // Waiting for what is there already costs more than a small decision does.
  const valid = validate(plan.decision.contextSchema, given, 'context-invalid', 'context')
  const context = isPromise(valid) ? await valid : valid
  const someone = personOf(inside, options.subject)
  const person = isPromise(someone) ? await someone : someone
  const request: Request = { plan, context, options, person, step: undefined }
  if (episode === undefined || plan.decision.ladder === undefined) return take(inside, request)
  return inside.climbs.turn(name, episode, () => take(inside, request))
}

/** Takes a step of a ladder instead of a choice, in a context and arms that were recorded. Call it in the turn of the episode. */
export async function takeNext(
  inside: Inside,
  name: string,
  context: unknown,
  options: DecideOptions,
  step: Step,
  arms: Arms,
): Promise<Answer> {
  const person = await personOf(inside, options.subject)
  return take(inside, { plan: planNamed(inside, name), context, options, person, step, arms })
}

const takenKey = (key: string): HolonError =>
  new HolonError(
    'input-invalid',
    `The key "${key.slice(0, 60)}" begins with "${stepKeys}", as only the steps of ladders do.`,
    'Choose another key.',
  )

function take(inside: Inside, given: Request): Promise<Answer> {
  const asked = askedFor(inside, given)
  const request = given.plan.flying === undefined ? given : underFlights(given, given.plan.flying, asked)
  const { plan } = request
  if (plan.decision.remembers) return takeRemembering(inside, request, asked)
  seeLatches(inside, request, asked)
  const deciding = decide(plan, asked)
  return isPromise(deciding)
    ? deciding.then((made) => record(inside, request, asked, made))
    : record(inside, request, asked, deciding)
}

/** Takes a decision by what is remembered of the person: one after the other for each person, once their models have answered. */
async function takeRemembering(inside: Inside, request: Request, asked: MutableAsked): Promise<Answer> {
  const { plan, person, options } = request
  const foreseen = await foresee(plan, asked)
  const answering = await inside.memories.hold(person.pseudonym, async (memory, keep) => {
    asked.recent = recall(plan, memory, asked.at, asked.episode)
    seeLatches(inside, request, asked)
    const made = conclude(plan, asked, resumed(plan, foreseen))
    // What is not to be remembered need not keep others waiting until it is on disk.
    if (options.key === undefined && remember(plan, memory, made.record.open) === memory) {
      return () => record(inside, request, asked, made)
    }
    const answer = await record(inside, request, asked, made, (entry) =>
      isRemembered(memory, entry) ? undefined : keep(remember(plan, memory, entry)),
    )
    return () => answer
  })
  return answering()
}

/** What a decision is taken of. */
interface Request {
  readonly plan: Plan
  readonly context: unknown
  readonly options: DecideOptions
  readonly person: Person
  readonly step: Step | undefined
  /** Arms that it goes on in, instead of being assigned. */
  readonly arms?: Arms
}

/** The request as the flights over its decision point have it decided. */
function underFlights(request: Request, flying: Flying, asked: MutableAsked): Request {
  const { arms, plan, options } = request
  const { subject, episode } = options
  const { id, context } = asked
  const flown =
    arms === undefined
      ? flying.assigned({ decision: plan.decision.name, subject, episode, id, context })
      : flying.again(arms, context)
  if (flown === undefined) return request
  asked.flown = flown
  return { ...request, plan: flown.plan }
}

/** Records a decision. `count` is told the entry that holds, the earlier one where the key was known. */
async function record(
  inside: Inside,
  { plan, person, options: { key } }: Request,
  asked: Asked,
  made: Made,
  count?: (entry: DecisionEntry) => Promise<void> | undefined,
): Promise<Answer> {
  const { open } = made.record
  if (open.interventions.some(isLatch)) await keepLatches(inside, open, person)
  const following = plan.follows ? await follow(inside, plan, open, person) : undefined
  const entry = seal(made, person)
  const appending = key === undefined ? { entry } : { entry, once: `${plan.system}/${entry.decision}/${key}` }
  const appended = inside.ports.log.append([appending])
  const [receipt] = await (following === undefined ? appended : following.settle(appended))
  const counting = count?.((receipt?.entry ?? entry) as DecisionEntry)
  if (counting !== undefined) await counting
  if (receipt?.fresh === false) return earlier(inside, plan, receipt.entry as DecisionEntry, asked)
  inside.emit({ type: 'decision', data: made.record.open })
  return answerOf(plan, made)
}

/** Latches before the record is written: a latch without its record is safe, a record without its latch is not. */
async function keepLatches(inside: Inside, entry: OpenEntry, { pseudonym }: Person): Promise<void> {
  const { decision, id, at } = entry
  for (const { guardrail, because } of entry.interventions.filter(isLatch)) {
    await inside.latches.set({ decision, guardrail, person: pseudonym, because, id, at })
  }
}

const isLatch = ({ did }: Intervention): boolean => did === 'latch'

type MutableAsked = { -readonly [K in keyof Asked]: Asked[K] }

function askedFor(inside: Inside, { plan, context, options, person, step }: Request): MutableAsked {
  const { clock, random } = inside.ports
  const { subject, episode, key } = options
  const at = clock.now()
  const asked: MutableAsked = {
    id: makeId(inside.secret, at, plan.tag, random.next()),
    at,
    context,
    draw: random.next(),
  }
  if (subject !== undefined) {
    asked.subject = subject
    asked.person = person.pseudonym
  }
  if (step !== undefined) asked.step = step
  if (episode !== undefined) asked.episode = episode
  if (key !== undefined) {
    asked.key = key
    asked.asked = checksum(inside, context, subject)
  }
  return asked
}

function seeLatches({ latches }: Inside, { plan, person }: Request, asked: MutableAsked): void {
  const latched = latches.of(plan.decision.name, person.pseudonym)
  if (latched !== undefined) asked.latched = latched
}

/** The person behind a subject; nobody in particular without one. */
function personOf(inside: Inside, subject: string | undefined): Person | Promise<Person> {
  if (subject === undefined) return inside.nobody
  if (subject !== '') return inside.ports.vault.person(subject)
  throw new HolonError(
    'input-invalid',
    'The subject is empty.',
    'Leave it out where the decision concerns nobody in particular.',
  )
}

/** A checksum of the request, so that one key cannot stand for two different ones. */
function checksum(inside: Inside, context: unknown, subject: string | undefined): string {
  return siphash(inside.secret, canonical({ context, subject })).join('-')
}

/** The entry as it is stored. Where nothing in it concerns a person there is nothing to seal. */
function seal({ record: { open, private: secret } }: Made, person: Person): DecisionEntry {
  if (!isNameAtMost(secret)) return { ...open, sealed: person.seal(JSON.stringify(secret)) }
  return secret.subject === undefined ? open : { ...open, sealed: sealedName(person, secret) }
}

/** Whether nothing is private but the name, if even that. */
const isNameAtMost = (secret: PrivatePart): boolean =>
  secret.parameters === null &&
  Object.keys(secret).length === (secret.subject === undefined ? 2 : 3) &&
  Object.keys(secret.context).length === 0

/**
 * One seal does for all decisions of a person who is at hand: it tells no more than the pseudonym beside it, and sealing is
 * the dearest part of a small decision.
 */
function sealedName(person: Person, secret: PrivatePart): string {
  const known = sealedNames.get(person)
  if (known !== undefined) return known
  const sealed = person.seal(JSON.stringify(secret))
  sealedNames.set(person, sealed)
  return sealed
}

const sealedNames = new WeakMap<Person, string>()

/** The answer given before under the same key. */
async function earlier(inside: Inside, plan: Plan, entry: DecisionEntry, { asked }: Asked): Promise<Answer> {
  if (entry.asked !== asked) {
    throw new HolonError(
      'key-conflict',
      `The key "${entry.key}" was used for another request to "${entry.decision}".`,
      'Use a new key for a new request; the same key only repeats the same one.',
    )
  }
  const record = await openRecord(inside, entry)
  return answerOf(plan, { record, explanation: explain(plan, record.private.attribution) })
}

function answerOf(plan: Plan, { record: { open, private: secret }, explanation }: Made): Answer {
  const experience = plan.experiences.find((one) => one.name === open.experience)
  const answer: { -readonly [K in keyof Answer]: Answer[K] } = {
    id: open.id,
    experience: open.experience,
    style: experience?.style ?? 'silent',
    forcefulness: experience?.forcefulness ?? 0,
    parameters: secret.parameters,
    prediction: open.predictions[0]?.value ?? null,
    reason: open.reason,
    degraded: open.degraded,
    guardrails: open.interventions,
    propensity: open.propensity,
    audits: askedIn(open.audits),
    model: open.predictions.map(({ model, version }) => ({ name: model, version })),
    arms: open.arms,
    snapshot: open.snapshot,
  }
  if (secret.text !== undefined) answer.text = secret.text
  if (explanation !== undefined) answer.explanation = explanation
  if (open.code !== undefined) answer.code = open.code
  if (open.episode !== undefined) answer.episode = open.episode
  return answer
}
