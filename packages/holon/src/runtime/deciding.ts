import { decide, type Made } from '../decide/decide.ts'
import { explain } from '../decide/explain.ts'
import { decisionTag, makeId } from '../decide/id.ts'
import type { Plan } from '../decide/plan.ts'
import { isPromise } from '../decide/predict.ts'
import { HolonError } from '../spec/error.ts'
import { canonical } from '../spec/json.ts'
import type { Person } from '../spec/ports.ts'
import type { DecisionEntry, DecisionRecord } from '../spec/record.ts'
import type { Answer, DecideOptions } from '../spec/running.ts'
import { siphash } from '../stats/hash/siphash.ts'
import type { Inside } from './inside.ts'
import { openRecord } from './opening.ts'
import { unknownName } from './unknown-name.ts'
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
  const context = await validate(
    plan.decision.contextSchema,
    given,
    'context-invalid',
    `context of "${name}"`,
  )
  const person = await personOf(inside, options.subject)
  const { clock, random, log } = inside.ports
  const { subject, episode, key } = options
  const at = clock.now()
  const asked = key === undefined ? undefined : checksum(inside, context, subject)
  const deciding = decide(plan, {
    id: makeId(inside.secret, at, tagOf(plan), random.next()),
    at,
    context,
    draw: random.next(),
    ...(subject !== undefined && { subject, person: person.pseudonym }),
    ...(episode !== undefined && { episode }),
    ...(asked !== undefined && { key, asked }),
  } as Parameters<typeof decide>[1])
  const made = isPromise(deciding) ? await deciding : deciding
  const entry = sealRecord(made.record, person)
  const [receipt] = await log.append([
    { entry, ...(key !== undefined && { once: `${plan.system}/${name}/${key}` }) },
  ])
  if (receipt !== undefined && !receipt.fresh)
    return earlier(inside, plan, receipt.entry as DecisionEntry, asked)
  const { sealed: _, ...open } = entry
  inside.emit({ type: 'decision', data: open })
  return answerOf(plan, made)
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

const tags = new WeakMap<Plan, string>()

function tagOf(plan: Plan): string {
  const known = tags.get(plan)
  if (known !== undefined) return known
  const tag = decisionTag(plan.system, plan.decision.name)
  tags.set(plan, tag)
  return tag
}

/** A checksum of the request, so that one key cannot stand for two different ones. */
function checksum(inside: Inside, context: unknown, subject: string | undefined): string {
  return siphash(inside.secret, canonical({ context, subject })).join('-')
}

function sealRecord({ private: secret, ...open }: DecisionRecord, person: Person): DecisionEntry {
  return { ...open, sealed: person.seal(JSON.stringify(secret)) }
}

/** The answer given before under the same key. */
async function earlier(
  inside: Inside,
  plan: Plan,
  entry: DecisionEntry,
  asked: string | undefined,
): Promise<Answer> {
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

function answerOf(plan: Plan, { record, explanation }: Made): Answer {
  const experience = plan.experiences.find((one) => one.name === record.experience)
  const { parameters, text } = record.private
  return {
    id: record.id,
    experience: record.experience,
    style: experience?.style ?? 'silent',
    forcefulness: experience?.forcefulness ?? 0,
    parameters,
    ...(text !== undefined && { text }),
    prediction: record.predictions[0]?.value ?? null,
    ...(explanation !== undefined && { explanation }),
    reason: record.reason,
    ...(record.code !== undefined && { code: record.code }),
    degraded: record.degraded,
    guardrails: record.interventions,
    propensity: record.propensity,
    model: record.predictions.map(({ model, version }) => ({ name: model, version })),
    snapshot: record.snapshot,
  }
}
