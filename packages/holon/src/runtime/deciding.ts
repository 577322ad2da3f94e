import { decide, type Made } from '../decide/decide.ts'
import { explain } from '../decide/explain.ts'
import { makeId } from '../decide/id.ts'
import type { Asked } from '../decide/moment.ts'
import type { Plan } from '../decide/plan.ts'
import { isPromise } from '../decide/predict.ts'
import { HolonError } from '../spec/error.ts'
import { canonical } from '../spec/json.ts'
import type { Person } from '../spec/ports.ts'
import type { DecisionEntry } from '../spec/record.ts'
import type { Answer, DecideOptions } from '../spec/running.ts'
import { unknownName } from '../spec/unknown-name.ts'
import { siphash } from '../stats/hash/siphash.ts'
import type { Inside } from './inside.ts'
import { openRecord } from './opening.ts'
import { validate } from './validate.ts'

/** Takes one decision: checks the context, decides, seals, and answers once the record is durable. */
export async function takeDecision(
  inside: Inside,
  name: string,
  given: unknown,
  options: DecideOptions = {},
): Promise<Answer> {
  const plan = inside.plans.get(name)
  if (plan === undefined) throw unknownName('decision', name, [...inside.plans.keys()])
  // Waiting for what is there already costs more than a small decision does.
  const valid = validate(plan.decision.contextSchema, given, 'context-invalid', 'context')
  const context = isPromise(valid) ? await valid : valid
  const someone = personOf(inside, options.subject)
  const person = isPromise(someone) ? await someone : someone
  const asked = askedFor(inside, plan, context, options, person)
  const deciding = decide(plan, asked)
  const made = isPromise(deciding) ? await deciding : deciding
  const entry = seal(made, person)
  const { key } = options
  const appending = key === undefined ? { entry } : { entry, once: `${plan.system}/${name}/${key}` }
  const [receipt] = await inside.ports.log.append([appending])
  if (receipt?.fresh === false) return earlier(inside, plan, receipt.entry as DecisionEntry, asked)
  inside.emit({ type: 'decision', data: made.record.open })
  return answerOf(plan, made)
}

function askedFor(
  inside: Inside,
  plan: Plan,
  context: unknown,
  options: DecideOptions,
  person: Person,
): Asked {
  const { clock, random } = inside.ports
  const { subject, episode, key } = options
  const at = clock.now()
  const asked: { -readonly [K in keyof Asked]: Asked[K] } = {
    id: makeId(inside.secret, at, plan.tag, random.next()),
    at,
    context,
    draw: random.next(),
  }
  if (subject !== undefined) {
    asked.subject = subject
    asked.person = person.pseudonym
  }
  if (episode !== undefined) asked.episode = episode
  if (key !== undefined) {
    asked.key = key
    asked.asked = checksum(inside, context, subject)
  }
  return asked
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
  const empty =
    secret.parameters === null && Object.keys(secret.context).length === 0 && Object.keys(secret).length === 2
  return empty ? open : { ...open, sealed: person.seal(JSON.stringify(secret)) }
}

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
    model: open.predictions.map(({ model, version }) => ({ name: model, version })),
    snapshot: open.snapshot,
  }
  if (secret.text !== undefined) answer.text = secret.text
  if (explanation !== undefined) answer.explanation = explanation
  if (open.code !== undefined) answer.code = open.code
  return answer
}
