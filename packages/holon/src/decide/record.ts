import type { Json, JsonObject } from '../spec/json.ts'
import type { Attribution } from '../spec/model.ts'
import type { DecisionRecord, OpenEntry, PredictionRecord, PrivatePart, Reason } from '../spec/record.ts'
import { auditsOf } from './audits.ts'
import { boundedJson, briefly } from './bounded-json.ts'
import type { Seen } from './calibrate.ts'
import type { Chosen } from './choose.ts'
import type { ComparedArms } from './flight/compare-arms.ts'
import type { Guarded } from './guard.ts'
import type { Asked, Said, Timings } from './moment.ts'
import type { Plan } from './plan.ts'

/** Everything the stages found out about one decision. */
export interface Found {
  readonly said: Said | undefined
  readonly seen: Seen
  readonly chosen: Chosen
  readonly guarded: Guarded
  readonly attribution: Attribution | undefined
  readonly text: string | undefined
  readonly timings: Timings
  readonly compared?: ComparedArms | undefined
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Stage 7: the record of a decision, its private part apart. Fields are added one by one because spreading is slow here. */
export function record(plan: Plan, asked: Asked, found: Found): DecisionRecord {
  const [context, closed] = divide(plan, asked.context)
  return { open: openPart(plan, asked, found, context), private: privatePart(asked, found, closed) }
}

function openPart(plan: Plan, asked: Asked, found: Found, context: JsonObject): OpenEntry {
  const { chosen, guarded, said } = found
  const { outcome, probabilities } = guarded
  const experience = nameOf(plan, outcome.experience)
  const code = outcome.code ?? chosen.code
  const entry: Mutable<OpenEntry> = {
    kind: 'decision',
    id: asked.id,
    at: asked.at,
    system: plan.system,
    decision: plan.decision.name,
    snapshot: plan.snapshot,
    context,
    predictions: said === undefined ? [] : [predictionRecord(plan, said, found.seen)],
    probabilities,
    wanted: nameOf(plan, chosen.drawn),
    experience,
    propensity: probabilities[experience] ?? 0,
    interventions: outcome.interventions,
    arms: asked.flown?.arms ?? {},
    draw: asked.draw,
    reason: reasonOf(asked, chosen, guarded, code),
    degraded: code !== undefined,
    timings: found.timings,
    cost: plan.decision.cost + costOf(plan, said),
    drop: 0,
  }
  const audits = auditsOf(plan, asked.id, experience)
  if (audits !== undefined) entry.audits = audits
  if (found.compared !== undefined) {
    const { alike, marginal } = found.compared
    if (alike.length > 0) entry.alike = alike
    if (marginal !== undefined) entry.marginal = marginal
  }
  if (chosen.utilities !== undefined) entry.utilities = chosen.utilities
  if (chosen.held !== undefined) entry.held = chosen.held
  if (chosen.apprentice !== undefined) entry.apprentice = chosen.apprentice
  if (asked.latched !== undefined) entry.latched = asked.latched
  if (asked.step !== undefined) entry.step = asked.step
  if (code !== undefined) entry.code = code
  if (asked.person !== undefined) entry.person = asked.person
  const episode = asked.episode ?? ownEpisode(plan, experience, asked.id)
  if (episode !== undefined) entry.episode = episode
  if (asked.key !== undefined) entry.key = asked.key
  if (asked.asked !== undefined) entry.asked = asked.asked
  return entry
}

function privatePart(
  asked: Asked,
  { said, guarded, attribution, text }: Found,
  context: JsonObject,
): PrivatePart {
  const part: Mutable<PrivatePart> = { context, parameters: (guarded.outcome.parameters ?? null) as Json }
  if (asked.subject !== undefined) part.subject = asked.subject
  if (said?.features !== undefined) part.features = boundedJson(said.features) as JsonObject
  if (guarded.wantedParameters !== undefined) part.wantedParameters = boundedJson(guarded.wantedParameters)
  if (text !== undefined) part.text = text
  if (attribution !== undefined) part.attribution = attribution
  if (asked.recent !== undefined) part.recent = asked.recent
  return part
}

/** What the model takes for an answer, once it was asked. */
const costOf = ({ source }: Plan, said: Said | undefined): number =>
  said?.features === undefined ? 0 : (source?.model.cost ?? 0)

/** A ladder that begins without an episode makes one of its own. */
const ownEpisode = ({ decision: { ladder } }: Plan, experience: string, id: string): string | undefined =>
  ladder?.steps.some((one) => one.experience === experience) === true ? id : undefined

const nameOf = (plan: Plan, index: number): string => plan.experiences[index]?.name ?? plan.decision.fallback

/** Public fields, and those that concern the person. */
function divide(plan: Plan, context: unknown): readonly [JsonObject, JsonObject] {
  const open: Record<string, Json> = {}
  const closed: Record<string, Json> = {}
  const given = context as Readonly<Record<string, Json | undefined>>
  for (const [name, isPublic] of plan.fields) {
    const value = given[name]
    if (value === undefined) continue
    if (isPublic) open[name] = value
    else closed[name] = value
  }
  return [open, closed]
}

function predictionRecord(plan: Plan, said: Said, seen: Seen): PredictionRecord {
  const version = plan.source?.model.version
  return {
    model: plan.source?.part.name ?? '',
    version: version?.version ?? '',
    ...(version?.sha256 !== undefined && { sha256: version.sha256 }),
    ...(said.raw !== undefined && { raw: boundedJson(said.raw) }),
    ...(seen.ok
      ? { value: boundedJson(seen.value) }
      : { fault: { code: seen.fault.code, message: briefly(seen.fault.message) } }),
    calibrated: seen.ok && seen.calibrated,
  }
}

function reasonOf({ step }: Asked, chosen: Chosen, { outcome }: Guarded, code: string | undefined): Reason {
  if (code !== undefined) return 'fallback'
  if (outcome.interventions.length > 0) return 'guardrail'
  if (step !== undefined) return 'ladder'
  return chosen.drawn === chosen.preferred ? 'policy' : 'exploration'
}
