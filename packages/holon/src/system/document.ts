import type { ComponentDocument, DecisionDocument, Fault, Finding, SystemDocument } from '../spec/api.ts'
import type { Json } from '../spec/json.ts'
import type { Model } from '../spec/model.ts'
import { check } from './check.ts'
import type { ComponentPart } from './component.ts'
import type { DecisionPart, FeedbackPart } from './decision.ts'
import { derivedThresholds } from './derived-thresholds.ts'
import type { ExperiencePart, HandOver } from './experience.ts'
import type { GoalPart } from './goal.ts'
import { influenced, nameOf } from './influenced.ts'
import { jsonSchema } from './json-schema.ts'
import { systemMap } from './map.ts'
import type { ModelPart } from './model.ts'
import type { LoopPart } from './surroundings.ts'
import type { System } from './system.ts'
import { changesInWords } from './variant.ts'

/** What is known of a system only while it runs. */
export interface Circumstances {
  readonly snapshot: string
  readonly models: Readonly<Record<string, Model>>
  readonly faults: Readonly<Record<string, Fault>>
  /** Other versions of models, for flights: by model and by name. */
  readonly versions?: Readonly<Record<string, Readonly<Record<string, Model>>>>
}

/** The JSON form of a system: all of its declaration that is not code. */
export function systemDocument(system: System, running?: Circumstances): SystemDocument {
  return {
    name: system.name,
    title: system.title,
    purpose: system.purpose,
    snapshot: running?.snapshot ?? '',
    components: system.components.map((one) => componentDocument(one, running)),
    people: system.people.map(({ name, wants }) => ({ name, wants })),
    environment: system.environment.map(({ name, assumed }) => ({ name, assumed })),
    decisions: system.decisions.map(decisionDocument),
    goals: system.goals.map(goalDocument),
    loops: system.loops.map(loopDocument),
    fairness: system.fairness.map(({ kind: _, ...declared }) => declared),
    map: systemMap(system),
    findings: check(system) satisfies readonly Finding[],
  }
}

function componentDocument(part: ComponentPart, running: Circumstances | undefined): ComponentDocument {
  return {
    name: part.name,
    ml: part.ml,
    inside: part.inside,
    does: part.does,
    uses: part.uses.map((one) => one.name),
    ...(part.owner === undefined ? {} : { owner: part.owner }),
    ...(isModel(part) ? { model: modelDocument(part, running) } : {}),
  }
}

const isModel = (part: ComponentPart): part is ModelPart => part.kind === 'model'

function modelDocument(
  part: ModelPart,
  running: Circumstances | undefined,
): NonNullable<ComponentDocument['model']> {
  const model = running?.models[part.name]
  return {
    predicts: part.predicts.kind,
    deadline: part.deadline,
    featureSchema: jsonSchema(part.features, `features of ${part.name}`),
    calibrated: model?.calibration !== undefined,
    fault: running?.faults[part.name] ?? { kind: 'none' },
    ...(model === undefined ? {} : { version: model.version.version, kind: model.version.kind }),
    ...(model?.version.sha256 === undefined ? {} : { sha256: model.version.sha256 }),
    ...versionsOf(running?.versions?.[part.name]),
  }
}

function versionsOf(
  others: Readonly<Record<string, Model>> = {},
): Pick<NonNullable<ComponentDocument['model']>, 'versions'> {
  const versions = Object.entries(others).map(
    ([
      name,
      {
        version: { version, kind },
        cost,
      },
    ]) => ({
      ...{ name, version, kind },
      ...(cost !== undefined && { cost }),
    }),
  )
  return versions.length === 0 ? {} : { versions }
}

function decisionDocument(part: DecisionPart): DecisionDocument {
  return {
    name: part.name,
    does: part.does,
    contextSchema: part.contextJsonSchema,
    dataClasses: part.dataClasses,
    example: part.example,
    ...(part.model === undefined ? {} : { model: part.model.name }),
    uses: part.uses.map((one) => one.name),
    policy: { kind: part.policy.kind, options: part.policy.options, words: part.policy.words },
    experiences: part.experiences.map((one) => experienceDocument(part.name, one)),
    guardrails: part.guardrails.map(({ name, promise, latches }) => ({
      ...{ name, promise },
      ...(latches === undefined ? {} : { latches }),
    })),
    ...derived(part),
    limits: part.limits.map(({ name, words }) => ({ name, words })),
    ...(part.habituation === undefined ? {} : { habituation: part.habituation }),
    ...(part.ladder === undefined ? {} : { ladder: part.ladder }),
    fallback: part.fallback,
    feedback: part.feedbackParts.map(feedbackDocument),
    mistakes: part.mistakes,
    ...variants(part),
  }
}

function variants({ variants: declared }: DecisionPart): Pick<DecisionDocument, 'variants'> {
  if (declared.length === 0) return {}
  return {
    variants: declared.map((one) => ({ name: one.name, does: one.does, changes: changesInWords(one) })),
  }
}

function derived(part: DecisionPart): Pick<DecisionDocument, 'thresholds'> {
  const thresholds = derivedThresholds(part)
  return thresholds === undefined ? {} : { thresholds }
}

function experienceDocument(decision: string, part: ExperiencePart) {
  const { name, style, forcefulness, right, wrong, interrupting, worth, handsOver } = part
  const schema = part.parameters
  return {
    ...{ name, style, forcefulness, right, wrong, interrupting },
    ...(worth === undefined ? {} : { worth }),
    ...handedTo(handsOver),
    ...(part.undo === undefined ? {} : { undo: part.undo }),
    ...(schema === undefined
      ? {}
      : { parametersSchema: jsonSchema(schema, `parameters of ${decision}/${name}`) }),
  }
}

/** The person by name. */
const handedTo = <H extends HandOver>(handsOver: H | undefined) =>
  handsOver === undefined ? {} : { handsOver: { ...handsOver, to: handsOver.to.name } }

function feedbackDocument(part: FeedbackPart) {
  const { name, kind, keep, valueSchema, within, otherwise, asks, audit, handsOver } = part
  return {
    ...{ name, kind, keep, valueSchema },
    ...(within === undefined ? {} : { within }),
    ...(otherwise === undefined ? {} : { otherwise: otherwise as Json }),
    ...(asks === undefined ? {} : { asks }),
    ...(audit === undefined ? {} : { audit }),
    ...handedTo(handsOver),
  }
}

function goalDocument(part: GoalPart) {
  const { kind: _, supports, ...rest } = part
  return {
    ...rest,
    supports: supports.map((to) => ({
      goal: to.goal.name,
      expected: to.expected,
      ...(to.lag === undefined ? {} : { lag: to.lag }),
    })),
  }
}

function loopDocument(part: LoopPart) {
  return {
    name: part.name,
    from: part.from.name,
    through: part.through.name,
    to: part.to.name,
    delay: part.delay,
    effect: part.effect,
    ...(part.watchedBy === undefined ? {} : { watchedBy: part.watchedBy.name }),
    ...(part.brokenBy === undefined ? {} : { brokenBy: part.brokenBy }),
    ...(part.acts === undefined ? {} : { acts: part.acts }),
    ...(part.influences === undefined ? {} : { influences: part.influences.map(influenced) }),
    ...(part.unit === undefined ? {} : { unit: nameOf(part.unit.node) }),
  }
}
