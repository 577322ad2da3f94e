import { HolonError } from '../spec/error.ts'
import type { CaseAnswer, CaseDocument, CaseOptions } from '../spec/following.ts'
import type { Json } from '../spec/json.ts'
import type { BackEntry } from '../spec/record.ts'
import { unknownName } from '../spec/unknown-name.ts'
import { type Answered, type Case, caseKeys } from './cases.ts'
import type { Inside } from './inside.ts'
import { unseal } from './opening.ts'
import { recordOf } from './reading.ts'
import { sealerFor, takeBack } from './returning.ts'

/** How long a case is kept for who claimed it: 10 minutes. */
const lease = 600_000
/** Cases that are shown at once, if nothing else is asked for. */
const usualLimit = 100

/** Goes on with the cases that were open, and settles the answers that were on their way when the process ended. */
export async function resumeQueue(inside: Inside): Promise<void> {
  await inside.cases.resume()
  for (const one of inside.cases.open()) if (one.answering !== undefined) await settle(inside, one)
}

/** The cases of a queue with all that somebody needs to know to answer, the most urgent first. */
export async function readQueue(
  inside: Inside,
  { to, state = 'open', limit = usualLimit }: CaseOptions = {},
): Promise<readonly CaseDocument[]> {
  const people = inside.system.people.map(({ name }) => name)
  if (to !== undefined && !people.includes(to)) throw unknownName('person', to, people)
  const now = inside.ports.clock.now()
  const all = state === 'answered' ? await inside.cases.answered() : inside.cases.open()
  const wanted = all
    .filter((one) => (to === undefined || one.to === to) && (state !== 'overdue' || one.due <= now))
    .sort(state === 'answered' ? latestFirst : urgentFirst)
    .slice(0, limit)
  const shown = await Promise.all(wanted.map((one) => documentOf(inside, one)))
  return shown.filter((one) => one !== undefined)
}

const urgentFirst = (a: Case, b: Case) => a.due - b.due
const latestFirst = (a: Case, b: Case) => (b.answered?.at ?? 0) - (a.answered?.at ?? 0)

/** A case as it is shown; undefined where its decision never came into the log. */
async function documentOf(inside: Inside, one: Case): Promise<CaseDocument | undefined> {
  const part = inside.plans.get(one.decision)?.decision
  const schema = part?.feedbackParts.find(({ name }) => name === one.answer)?.valueSchema
  const found = await inside.ports.log.find(one.about)
  if (found === undefined) return undefined
  const { record, private: secret, explanation, back } = await recordOf(inside, found.decision, found.back)
  const { person: _, answering: __, told: ___, answered, claimed, ...rest } = one
  const now = inside.ports.clock.now()
  return {
    ...rest,
    state: answered !== undefined ? 'answered' : one.due <= now ? 'overdue' : 'open',
    answerSchema: schema ?? {},
    experience: record.experience,
    reason: record.reason,
    prediction: record.predictions[0]?.value ?? null,
    context: secret === null ? record.context : { ...record.context, ...secret.context },
    why: explanation?.sentences ?? [],
    history: secret?.recent?.met ?? [],
    ...(record.episode !== undefined && { episode: record.episode }),
    ...(secret?.text !== undefined && { text: secret.text }),
    ...reportedIn(one, back),
    ...(claimed !== undefined && claimed.until > now && { claimed }),
    ...(answered !== undefined && { answered: await answerIn(inside, one, answered, back) }),
  }
}

type Back = readonly Omit<BackEntry, 'sealed'>[]

/** What the person sent that handed it over. */
function reportedIn({ feedback }: Case, back: Back): Pick<CaseDocument, 'reported'> {
  const value = back.findLast((entry) => entry.name === feedback && entry.kind !== 'retraction')?.value
  return feedback === undefined || value === undefined ? {} : { reported: value }
}

async function answerIn(inside: Inside, one: Case, { at, by, note }: Answered, back: Back) {
  const value = back.findLast((entry) => entry.name === one.answer && entry.kind !== 'retraction')?.value
  const words = (await unseal(inside, one.person, note)) as string | undefined
  return {
    at,
    ...(by !== undefined && { by }),
    ...(value !== undefined && { value }),
    ...(words !== undefined && { note: words }),
  }
}

/** Keeps a case for somebody while they look at it. */
export async function claimCase(inside: Inside, id: string, by: string): Promise<CaseDocument> {
  mustBeSomebody(by)
  return inside.cases.turn(id, async () => {
    const one = await openCase(inside, id)
    mustBeFree(inside, one, by)
    const claimed = { ...one, claimed: { by, until: inside.ports.clock.now() + lease } }
    await inside.cases.keep(claimed)
    return shown(inside, claimed)
  })
}

/** Records somebody's answer as the feedback it is, and who gave it as an event; both or neither. */
export async function answerCase(
  inside: Inside,
  id: string,
  value: unknown,
  { by, note }: Omit<CaseAnswer, 'value'>,
): Promise<CaseDocument> {
  mustBeSomebody(by)
  return inside.cases.turn(id, async () => {
    const one = await openCase(inside, id)
    mustBeFree(inside, one, by)
    const answer: Answered = { at: inside.ports.clock.now(), by, ...(await sealedNote(inside, one, note)) }
    await inside.cases.keep({ ...one, answering: answer })
    try {
      const beside = { ...eventOf(inside, one, answer), once: `queue:${id}` }
      await takeBack(inside, one.about, one.answer, value, { key: caseKeys + id, beside })
    } catch (error) {
      await settle(inside, { ...one, answering: answer })
      throw error
    }
    return shown(inside, await close(inside, one, answer))
  })
}

/** Who answered what, for the log; the note only for those who may read what concerns the person. */
const eventOf = (inside: Inside, { id, about, decision, to, answer }: Case, { at, by, note }: Answered) => ({
  entry: {
    kind: 'event' as const,
    at,
    system: inside.system.name,
    name: 'case-answered',
    details: {
      ...{ case: id, about, decision, to, answer, by: by ?? '' },
      ...(note !== undefined && { sealedNote: note }),
    },
  },
})

async function sealedNote(inside: Inside, one: Case, note: string | undefined) {
  if (note === undefined || note.trim() === '') return {}
  const found = await inside.ports.log.find(one.about)
  if (found === undefined) return {}
  return { note: (await sealerFor(inside, found.decision)).seal(JSON.stringify(note)) }
}

async function close(inside: Inside, one: Case, answered: Answered): Promise<Case> {
  const { answering: _, ...rest } = one
  const closed = { ...rest, answered }
  await inside.cases.keep(closed)
  return closed
}

/** The log says whether an answer that was on its way arrived. */
async function settle(inside: Inside, one: Case): Promise<void> {
  const { answering, ...rest } = one
  if (answering === undefined) return
  const found = await inside.ports.log.find(one.about)
  const arrived = found?.back.some(({ entry }) => 'key' in entry && entry.key === caseKeys + one.id) === true
  if (arrived) await close(inside, one, answering)
  else await inside.cases.keep(rest)
}

async function openCase(inside: Inside, id: string): Promise<Case> {
  const one = await inside.cases.get(id)
  if (one?.answering !== undefined) await settle(inside, one)
  const found = await inside.cases.get(id)
  if (found === undefined) {
    throw new HolonError(
      'not-found',
      `There is no case "${id.slice(0, 90)}".`,
      'List the queue: the person it concerned may have been erased.',
    )
  }
  if (found.answered === undefined) return found
  const who = found.answered.by ?? 'feedback that came by itself'
  throw new HolonError('case-answered', `The case was answered by ${who}.`, 'Take the next one.')
}

function mustBeFree(inside: Inside, { claimed }: Case, by: string): void {
  if (claimed === undefined || claimed.by === by || claimed.until <= inside.ports.clock.now()) return
  throw new HolonError(
    'case-claimed',
    `${claimed.by} is looking at this case.`,
    'Take another one, or wait: it is kept for ten minutes.',
    { details: { ...claimed } },
  )
}

function mustBeSomebody(by: string): void {
  if (by.trim() !== '') return
  throw new HolonError('input-invalid', 'A case is taken by somebody: the name is empty.', 'Say who you are.')
}

async function shown(inside: Inside, one: Case): Promise<CaseDocument> {
  const document = await documentOf(inside, one)
  if (document !== undefined) return document
  throw new HolonError('decision-unknown', `There is no decision ${one.about} in the log.`, 'List the queue.')
}

/** Tells that nobody answered in time, wherever alerts go. A case whose decision was never recorded is dropped instead. */
export async function tellOverdue(inside: Inside, one: Case): Promise<boolean> {
  if ((await inside.ports.log.find(one.about)) === undefined) {
    await inside.cases.drop(one)
    return false
  }
  const alert = {
    at: inside.ports.clock.now(),
    system: inside.system.name,
    severity: 'warning' as const,
    title: `A case for ${one.to} is overdue: ${one.asks}`,
    details: { case: one.id, decision: one.decision, to: one.to, due: one.due } satisfies Json,
  }
  await inside.notifier?.notify(alert)
  inside.emit({ type: 'alert', data: alert })
  return true
}
