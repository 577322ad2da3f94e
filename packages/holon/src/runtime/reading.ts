import { explain } from '../decide/explain.ts'
import { readId } from '../decide/id.ts'
import { replay } from '../decide/replay.ts'
import type { LatestDocument, RecordDocument, ReplayDocument } from '../spec/api.ts'
import { HolonError } from '../spec/error.ts'
import { canonical, type Json } from '../spec/json.ts'
import type { LearnedModel } from '../spec/learned.ts'
import type { Stored } from '../spec/ports.ts'
import type { BackEntry, DecisionEntry } from '../spec/record.ts'
import { tuned } from '../system/tuned.ts'
import type { Inside } from './inside.ts'
import { openRecord, privatePart, unseal } from './opening.ts'
import { replayWith } from './replay-with.ts'
import { notOurs } from './returning.ts'
import { type Manifest, manifestOf, snapshots } from './snapshot.ts'

/** A recorded decision, also of a decision point that the system no longer has: it has no plan then. */
async function find(inside: Inside, id: string) {
  const identity = readId(inside.secret, id)
  if (identity === undefined) throw notOurs(inside, id)
  const found = await inside.ports.log.find(id)
  if (found?.decision.system === inside.system.name) {
    return { ...found, plan: inside.plans.get(found.decision.decision) }
  }
  const ours = [...inside.plans.values()].some((plan) => plan.tag === identity.tag)
  if (!ours) throw notOurs(inside, id)
  throw new HolonError(
    'decision-unknown',
    `There is no decision ${id} in the log.`,
    'Check the id; it may belong to another data folder.',
  )
}

/** One decision with everything that came back for it. */
export async function readRecord(inside: Inside, id: string): Promise<RecordDocument> {
  const { decision, back } = await find(inside, id)
  return recordOf(inside, decision, back)
}

/** A stored decision and what came back for it, in the open as far as the person's key is there. */
export async function recordOf(
  inside: Inside,
  decision: DecisionEntry,
  back: readonly Stored[],
): Promise<RecordDocument> {
  const plan = inside.plans.get(decision.decision)
  const { sealed: _, ...record } = decision
  const secret = (await privatePart(inside, decision)) ?? null
  const explanation = plan === undefined ? undefined : explain(plan, secret?.attribution)
  return {
    record,
    private: secret,
    ...(explanation !== undefined && { explanation }),
    back: await Promise.all(back.map(({ entry }) => openBack(inside, entry as BackEntry))),
  }
}

async function openBack(inside: Inside, { sealed, ...open }: BackEntry): Promise<Omit<BackEntry, 'sealed'>> {
  const value = (await unseal(inside, open.person, sealed)) as Json | undefined
  return value === undefined ? open : { ...open, value }
}

/** The latest decisions, newest first. */
export async function readLatest(inside: Inside, limit = 50, before?: number): Promise<LatestDocument> {
  const stored = await inside.ports.log.latest(inside.system.name, limit, before)
  const decisions = stored.map(({ position, entry }) => {
    const { sealed: _, ...open } = entry as DecisionEntry
    return { ...open, position }
  })
  return { decisions, next: decisions.length < limit ? null : (decisions.at(-1)?.position ?? null) }
}

/** Decides a recorded decision again, under the snapshot it was decided with. */
export async function replayRecord(inside: Inside, id: string): Promise<ReplayDocument> {
  const { decision, plan } = await find(inside, id)
  const record = await openRecord(inside, decision)
  if (plan !== undefined && record.open.snapshot === inside.snapshot) return replay(plan, record)
  const manifest = await inside.ports.registry.get(snapshots, record.open.snapshot)
  const past = manifest?.value as unknown as Manifest | undefined
  const learned = past?.learned === undefined ? undefined : await learnedThen(inside, past.learned)
  if (past !== undefined && (await isSameCode(inside, past))) {
    const { flights, tunings } = past
    const { declared, models, versions } = inside
    return replayWith(declared, models, record, tunings, { flights, versions, learned })
  }
  if (past === undefined || inside.replayElsewhere === undefined) {
    throw new HolonError(
      'snapshot-unknown',
      `Decision ${id} was decided under snapshot ${record.open.snapshot.slice(0, 12)}, which cannot be loaded here.`,
      'Replay it where its registry is, with a program that can load code bundles (the `holon` command does).',
    )
  }
  return inside.replayElsewhere(past, record, learned)
}

/** What policies had learned under a snapshot. @throws HolonError `model-invalid` */
async function learnedThen(
  { ports }: Inside,
  learned: NonNullable<Manifest['learned']>,
): Promise<Readonly<Record<string, LearnedModel>>> {
  const { readModel } = await import('./learning/learned-model.ts')
  const models = Object.entries(learned).map(
    async ([key, sha256]) => [key, await readModel(ports.registry, sha256)] as const,
  )
  return Object.fromEntries(await Promise.all(models))
}

/** Whether a snapshot differs from the present one by its tunings, its flights and what was learned only. */
async function isSameCode({ declared, models, versions, bundle }: Inside, past: Manifest): Promise<boolean> {
  const { tunings, flights, learned } = past
  const tunedThen = tuned(declared, tunings ?? {})
  const now = await manifestOf(tunedThen, { models, versions, bundle, tunings, flights, learned })
  return canonical(now) === canonical(past)
}
