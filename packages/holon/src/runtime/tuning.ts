import { choose } from '../decide/choose.ts'
import { planOf } from '../decide/plan.ts'
import { askedAgain } from '../decide/replay.ts'
import type {
  TuneRequest,
  TuningChange,
  TuningDocument,
  Tunings,
  WhatIfCase,
  WhatIfDocument,
} from '../spec/api.ts'
import { HolonError } from '../spec/error.ts'
import type { JsonObject } from '../spec/json.ts'
import type { Registry } from '../spec/ports.ts'
import type { DecisionEntry, DecisionRecord } from '../spec/record.ts'
import { unknownName } from '../spec/unknown-name.ts'
import type { DecisionPart } from '../system/decision.ts'
import { derivedThresholds } from '../system/derived-thresholds.ts'
import { tunedDecision } from '../system/tuned.ts'
import type { Inside } from './inside.ts'
import { note } from './note.ts'
import { openRecord } from './opening.ts'

const collection = (system: string): string => `tunings/${system}`

/** All versions of the utilities of a system, oldest first. */
export async function tuningsOf(registry: Registry, system: string): Promise<readonly TuningDocument[]> {
  const documents = await registry.list(collection(system))
  return documents.map((one) => one.value as unknown as TuningDocument)
}

/** What holds after all versions: of each decision the latest one. */
export const latestOf = (versions: readonly TuningDocument[]): Tunings =>
  Object.fromEntries(versions.map(({ decision, experiences }) => [decision, experiences]))

/** Puts a new version of the utilities to work, with everything that follows from it: plans and snapshot. */
export async function tune(inside: Inside, request: TuneRequest): Promise<TuningDocument> {
  const { decision: name, experiences, by, reason } = request
  if (by.trim() === '' || reason.trim() === '') {
    throw new HolonError(
      'input-invalid',
      'Utilities are changed by somebody, and for a reason; one of them is empty.',
      'Say who you are in `by`, and in `reason` what you want to reach.',
    )
  }
  const present = decisionOf(inside, name)
  mustFit(present, experiences)
  const changes = changesOf(present, tunedDecision(declared(inside, name), experiences))
  const { registry, clock } = inside.ports
  const before = await tuningsOf(registry, inside.system.name)
  const version = before.length + 1
  const made: TuningDocument = { version, decision: name, experiences, by, reason, at: clock.now(), changes }
  const key = String(version).padStart(8, '0')
  const value = made as unknown as JsonObject
  await registry.write([{ do: 'put', collection: collection(inside.system.name), key, value, version: 0 }])
  await inside.retune(latestOf([...before, made]))
  await note(inside, 'decision-tuned', { version, decision: name, by, reason })
  return made
}

/** What the latest decisions of a point would have been with other utilities, against what they are with the present ones. */
export async function whatIf(
  inside: Inside,
  name: string,
  experiences: Tunings[string],
  limit = 500,
): Promise<WhatIfDocument> {
  const present = decisionOf(inside, name)
  mustFit(present, experiences)
  const proposed = tunedDecision(declared(inside, name), experiences)
  const plans = [present, proposed].map((decision) => {
    const { clock, random } = inside.ports
    const model = decision.model === undefined ? undefined : inside.models[decision.model.name]
    return planOf({ system: inside.system.name, decision, snapshot: '', clock, random, model })
  })
  const thresholds = derivedThresholds(proposed)
  const cases: WhatIfCase[] = []
  const shares: [Record<string, number>, Record<string, number>] = [{}, {}]
  for (const record of await latest(inside, name, limit)) {
    const asked = askedAgain(record)
    const [prediction] = record.open.predictions
    const value = prediction?.value ?? null
    const seen =
      prediction?.fault === undefined
        ? { ok: true as const, value, calibrated: prediction?.calibrated ?? true }
        : { ok: false as const, fault: prediction.fault }
    const [is, would] = plans.map((plan, at) => {
      const { probabilities, preferred, utilities } = choose(plan, asked, seen)
      const share = shares[at as 0 | 1]
      for (const [index, one] of plan.experiences.entries()) {
        share[one.name] = (share[one.name] ?? 0) + (probabilities[index] ?? 0)
      }
      return { name: plan.experiences[preferred]?.name ?? plan.decision.fallback, utilities }
    })
    cases.push({
      id: record.open.id,
      at: record.open.at,
      prediction: value,
      present: is?.name ?? '',
      proposed: would?.name ?? '',
      ...(thresholds === undefined && would?.utilities !== undefined && { utilities: would.utilities }),
    })
  }
  const [sharesNow, sharesThen] = shares.map((share) => scaled(share, cases.length))
  return {
    n: cases.length,
    present: sharesNow ?? {},
    proposed: sharesThen ?? {},
    ...(thresholds !== undefined && { thresholds }),
    cases,
  }
}

const scaled = (share: Readonly<Record<string, number>>, n: number): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(share).map(([name, sum]) => [name, n === 0 ? 0 : sum / n]))

const page = 1000
const mostPages = 20

/** The latest records of a decision point that can still be read, newest first. */
async function latest(inside: Inside, name: string, limit: number): Promise<readonly DecisionRecord[]> {
  const found: DecisionRecord[] = []
  let before: number | undefined
  for (let read = 0; read < mostPages && found.length < limit; read++) {
    const stored = await inside.ports.log.latest(inside.system.name, page, before)
    for (const { entry } of stored) {
      const decision = entry as DecisionEntry
      if (decision.decision !== name || decision.step !== undefined || found.length === limit) continue
      const record = await openRecord(inside, decision).catch(() => undefined)
      if (record !== undefined) found.push(record)
    }
    before = stored.at(-1)?.position
    if (stored.length < page) break
  }
  return found
}

function decisionOf(inside: Inside, name: string): DecisionPart {
  const decision = inside.plans.get(name)?.decision
  if (decision !== undefined) return decision
  throw unknownName('decision', name, [...inside.plans.keys()])
}

/** As the code declares it, untuned. */
const declared = (inside: Inside, name: string): DecisionPart =>
  inside.declared.decisions.find((one) => one.name === name) ?? decisionOf(inside, name)

const tunable = ['right', 'wrong', 'interrupting'] as const

/** Every number in which two states of a decision differ. */
function changesOf(before: DecisionPart, after: DecisionPart): readonly TuningChange[] {
  return before.experiences.flatMap((one, index) =>
    tunable.flatMap((value) => {
      const from = one[value]
      const to = after.experiences[index]?.[value] ?? from
      return from === to ? [] : [{ experience: one.name, value, from, to }]
    }),
  )
}

function mustFit({ experiences }: DecisionPart, given: Tunings[string]): void {
  const known = experiences.map((one) => one.name)
  for (const [name, utilities] of Object.entries(given)) {
    if (!known.includes(name)) throw unknownName('experience', name, known)
    const wrong = Object.entries(utilities).find(
      ([key, value]) => !tunable.some((one) => one === key) || !Number.isFinite(value),
    )
    if (wrong === undefined) continue
    throw new HolonError(
      'input-invalid',
      `The value "${wrong[0]}" of "${name}" is ${wrong[1]}.`,
      'Give a finite number for `right`, `wrong` or `interrupting`, or leave it out to keep the declared one.',
    )
  }
}
