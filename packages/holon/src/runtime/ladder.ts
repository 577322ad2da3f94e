import { HolonError } from '../spec/error.ts'
import type { EpisodeDocument } from '../spec/following.ts'
import type { BackEntry, DecisionEntry, PrivatePart } from '../spec/record.ts'
import { type Attempt, type Climb, type Ended, stepKeys, type Taken } from './climbs.ts'
import { takeNext } from './deciding.ts'
import type { Inside } from './inside.ts'
import { note } from './note.ts'
import { privatePart, unseal } from './opening.ts'
import { recordOf } from './reading.ts'

type Found = NonNullable<Awaited<ReturnType<Inside['ports']['log']['find']>>>

/**
 * Takes the next step of a ladder: a decision of its own in the same episode, about the same subject in the same context.
 * The log has the last word on whether something came back: what is in it ended the ladder, even where the registry was
 * not told before the process died. One step is one decision: its idempotency key says which.
 */
export async function takeStep(inside: Inside, climb: Climb): Promise<Attempt> {
  const found = await recorded(inside, climb)
  const [first] = found
  const { next } = climb
  if (first === undefined || next === undefined) return undefined
  const ended = await endedIn(inside, climb, found)
  if (ended !== undefined) return ended
  const secret = await privatePart(inside, first.decision)
  if (secret === undefined || !(await isKnown(inside, secret))) return stop(inside, climb, 'person-erased')
  const ladder = inside.plans.get(climb.decision)?.decision.ladder
  if (ladder?.steps[next.step] === undefined) return stop(inside, climb, 'ladder-changed')
  return take(inside, climb, next, first.decision, secret)
}

async function take(
  inside: Inside,
  { decision, episode, decisions }: Climb,
  { step, because }: NonNullable<Climb['next']>,
  first: DecisionEntry,
  { context, subject }: PrivatePart,
): Promise<Taken> {
  const circumstances = {
    episode,
    key: `${stepKeys}${episode}/${step}`,
    ...(subject !== undefined && { subject }),
  }
  const after = decisions.findLast((one) => one.step !== undefined)?.id ?? first.id
  const known = { ...first.context, ...context }
  const { id } = await takeNext(inside, decision, known, circumstances, { step, after, because }, first.arms)
  const taken = await inside.ports.log.find(id)
  return { id, at: taken?.decision.at ?? inside.ports.clock.now(), step }
}

/** The decisions of a climb that are in the log; one that was begun for a decision that never was has none. */
async function recorded(inside: Inside, { decisions }: Climb): Promise<readonly Found[]> {
  const found = await Promise.all(decisions.map(({ id }) => inside.ports.log.find(id)))
  return found.filter((one) => one !== undefined)
}

async function endedIn(
  inside: Inside,
  { decision }: Climb,
  found: readonly Found[],
): Promise<Ended | undefined> {
  const endedBy = inside.plans.get(decision)?.decision.ladder?.endedBy ?? []
  for (const { entry } of found.flatMap((one) => one.back)) {
    const { kind, name, at, value, person, sealed } = entry as BackEntry
    if (kind === 'retraction' || !endedBy.includes(name)) continue
    if ((value ?? (await unseal(inside, person, sealed))) !== false) return { by: name, at }
  }
  return undefined
}

const isKnown = async (inside: Inside, { subject }: PrivatePart): Promise<boolean> =>
  subject === undefined || (await inside.ports.vault.known(subject)) !== undefined

/** A ladder that cannot go on ends without a decision; the log says so. */
async function stop(inside: Inside, { decision, episode }: Climb, by: string): Promise<Ended> {
  await note(inside, 'ladder-ended', { decision, episode, because: by })
  return { by, at: inside.ports.clock.now() }
}

/** Reads how the ladders of an episode stand, after what is under way in it. @throws HolonError `not-found` */
export async function readEpisode(inside: Inside, episode: string): Promise<EpisodeDocument> {
  const climbing = [...inside.plans.values()].filter(({ decision }) => decision.ladder !== undefined)
  const read = climbing.map(({ decision: { name } }) =>
    inside.climbs.turn(name, episode, () => inside.climbs.of(name, episode)),
  )
  const climbs = (await Promise.all(read)).filter((climb) => climb !== undefined)
  const found = (await Promise.all(climbs.map((climb) => recorded(inside, climb)))).flat()
  if (found.length === 0) {
    throw new HolonError(
      'not-found',
      `No ladder was climbed in an episode "${episode.slice(0, 60)}".`,
      'Ask for the episode of a decision that is a step of a ladder; a month after its end it is gone.',
    )
  }
  const inOrder = found.sort((a, b) => a.position - b.position)
  const steps = await Promise.all(inOrder.map(({ decision, back }) => recordOf(inside, decision, back)))
  return { episode, steps, ...nextOf(inside, climbs), ...endOf(climbs) }
}

function nextOf(inside: Inside, climbs: readonly Climb[]): Pick<EpisodeDocument, 'next'> {
  const pending = climbs.flatMap(({ decision, next }) => (next === undefined ? [] : [{ decision, ...next }]))
  const [soonest] = pending.sort((a, b) => a.due - b.due)
  if (soonest === undefined) return {}
  const { decision, step, due } = soonest
  const experience = inside.plans.get(decision)?.decision.ladder?.steps[step]?.experience
  return experience === undefined ? {} : { next: { decision, experience, step, due } }
}

/** An episode has ended when every ladder in it has. */
function endOf(climbs: readonly Climb[]): Pick<EpisodeDocument, 'ended'> {
  const ends = climbs.flatMap(({ ended }) => (ended === undefined ? [] : [ended]))
  const last = ends.sort((a, b) => b.at - a.at)[0]
  return last === undefined || ends.length < climbs.length ? {} : { ended: last }
}
