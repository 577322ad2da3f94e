import type { Chosen } from '../decide/choose.ts'
import { type Plan, planOf } from '../decide/plan.ts'
import type { JsonObject } from '../spec/json.ts'
import type { Registry } from '../spec/ports.ts'
import type { DecisionEntry, DecisionRecord } from '../spec/record.ts'
import type { Tunings } from '../spec/tunings.ts'
import type { TuneRequest, TuningChange, TuningDocument, WhatIfDocument } from '../spec/utilities.ts'
import type { DecisionPart } from '../system/decision.ts'
import { derivedThresholds } from '../system/derived-thresholds.ts'
import { tunedDecision } from '../system/tuned.ts'
import { chooseAgain } from './choose-again.ts'
import type { Inside } from './inside.ts'
import { mustBeUtilities, tunable } from './must-be-utilities.ts'
import { note } from './note.ts'
import { openRecord } from './opening.ts'
import { planNamed } from './plan-named.ts'
import { mustBeSigned } from './signed.ts'

const collection = (system: string): string => `tunings/${system}`

/** All versions of the utilities of a system, oldest first. */
export async function tuningsOf(registry: Registry, system: string): Promise<readonly TuningDocument[]> {
  const documents = await registry.list(collection(system))
  return documents.map((one) => one.value as unknown as TuningDocument)
}

/** What holds after all versions: of each decision the latest one. */
export const tuningsAfter = (versions: readonly TuningDocument[]): Tunings =>
  Object.fromEntries(versions.map(({ decision, experiences }) => [decision, experiences]))

/** Puts a new version of the utilities to work, with everything that follows from it: plans and snapshot. */
export async function tune(inside: Inside, request: TuneRequest): Promise<TuningDocument> {
  const { decision: name, experiences, by, reason } = request
  mustBeSigned('Utilities are changed', { by, reason })
  const present = planNamed(inside, name)
  mustBeUtilities(present.decision, experiences)
  const changes = changesOf(present.decision, proposedBy(inside, present, experiences))
  const { registry, clock } = inside.ports
  const before = await tuningsOf(registry, inside.system.name)
  const version = before.length + 1
  const made: TuningDocument = { version, decision: name, experiences, by, reason, at: clock.now(), changes }
  const key = String(version).padStart(8, '0')
  const value = made as unknown as JsonObject
  await registry.write([{ do: 'put', collection: collection(inside.system.name), key, value, version: 0 }])
  await inside.rearrange(tuningsAfter([...before, made]))
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
  const present = planNamed(inside, name)
  mustBeUtilities(present.decision, experiences)
  const proposed = planOf({
    ...present,
    decision: proposedBy(inside, present, experiences),
    model: present.source?.model,
  })
  const thresholds = derivedThresholds(proposed.decision)
  const both = (await latest(inside, name, limit)).map((record) => ({
    record,
    present: chooseAgain(present, record),
    proposed: chooseAgain(proposed, record),
  }))
  return {
    n: both.length,
    present: sharesOf(
      present,
      both.map((one) => one.present),
    ),
    proposed: sharesOf(
      proposed,
      both.map((one) => one.proposed),
    ),
    ...(thresholds !== undefined && { thresholds }),
    cases: both.map((one) => ({
      id: one.record.open.id,
      at: one.record.open.at,
      prediction: one.record.open.predictions[0]?.value ?? null,
      present: preferredBy(present, one.present),
      proposed: preferredBy(proposed, one.proposed),
      ...(thresholds === undefined && one.proposed.utilities && { utilities: one.proposed.utilities }),
    })),
  }
}

const preferredBy = (plan: Plan, { preferred }: Chosen): string =>
  plan.experiences[preferred]?.name ?? plan.decision.fallback

/** Mean probability of every experience. */
function sharesOf({ experiences }: Plan, all: readonly Chosen[]): Readonly<Record<string, number>> {
  const shares = experiences.map(({ name }, index) => {
    const sum = all.reduce((total, { probabilities }) => total + (probabilities[index] ?? 0), 0)
    return [name, all.length === 0 ? 0 : sum / all.length]
  })
  return Object.fromEntries(shares)
}

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

/** A decision as the code declares it, with other utilities. */
function proposedBy(inside: Inside, { decision }: Plan, experiences: Tunings[string]): DecisionPart {
  const declared = inside.declared.decisions.find((one) => one.name === decision.name) ?? decision
  return tunedDecision(declared, experiences)
}

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
