import { HolonError } from '../../spec/error.ts'
import { canonical } from '../../spec/json.ts'
import type {
  LearnedArm,
  LearnedColumn,
  LearnedDocument,
  LearnedModel,
  LearnRequest,
} from '../../spec/learned.ts'
import { type BanditRow, fitBandit } from '../../stats/bandit/fit-bandit.ts'
import type { Learning } from '../../system/policy.ts'
import type { Learner } from '../../system/taught.ts'
import type { Inside } from '../inside.ts'
import { note } from '../note.ts'
import { readRows } from '../off-policy/read.ts'
import { type Reward, rewardNamed } from '../off-policy/reward.ts'
import { columnsOf, rowOf } from './columns.ts'
import { followLessons } from './follow-lessons.ts'
import { hashOf, keepModel } from './learned-model.ts'
import { learnerNamed } from './learner-named.ts'
import { type LessonRow, type LessonRows, lessonRows } from './lesson-rows.ts'
import type { Lessons } from './lessons.ts'

/**
 * Learns from the log, and puts what was learned to work under a new snapshot. Where nothing has changed since, the version
 * that is at work stays.
 *
 * @throws HolonError `name-unknown`; `input-invalid` where the policy does not learn, or not from this reward; `data-invalid`
 *   while there is nothing to learn from
 */
export async function learn(
  inside: Inside,
  name: string,
  { variant, dry = false }: LearnRequest = {},
): Promise<LearnedDocument> {
  const { lessons, learner } = learnerNamed(inside, name, variant)
  return lessons.turns.take(learner.key, async () => {
    await followLessons(inside)
    const lesson = await lessonOf(inside, learner)
    const { model, document } = await learned(inside, lessons, learner, lesson)
    if (dry) return document
    const before = lessons.models()[learner.key]
    const last = lessons.document(learner.key)
    if (last !== undefined && before !== undefined && isSame(before, model)) return last
    await keepModel(inside.ports.registry, model)
    await lessons.put(learner.key, document)
    await lessons.load()
    // Whoever watches the registry may have begun with it, and is not done.
    await inside.rearrange()
    const { version, sha256, rows } = document
    await note(inside, 'policy-learned', {
      ...{ decision: name, version, sha256, rows },
      ...(variant !== undefined && { variant }),
    })
    return document
  })
}

/** Whether nothing new is known. */
const isSame = (before: LearnedModel, now: LearnedModel): boolean =>
  canonical({ ...before, version: now.version }) === canonical(now)

/** What there is to learn from. */
interface Lesson extends LessonRows {
  readonly reward: Reward
  readonly range: readonly [number, number]
}

async function lessonOf(inside: Inside, { decision, learning }: Learner): Promise<Lesson> {
  const reward = rewardNamed(inside.system, decision, learning.reward)
  const range = learning.range ?? reward.range
  if (range === undefined) {
    throw new HolonError(
      'input-invalid',
      `How low and how high "${learning.reward}" may be is not known.`,
      'Say it: `bandit({ range: [lowest, highest], ... })`.',
    )
  }
  const rows = await readRows(inside, decision, { reward: learning.reward, limit: learning.latest })
  const found = lessonRows(rows, reward, inside.ports.clock.now())
  if (found.rows.length > 0) return { ...found, reward, range }
  const { waiting, missing } = found.left
  throw new HolonError(
    'data-invalid',
    `There is nothing to learn from yet: of ${rows.length} decisions of "${decision.name}", ${waiting} wait for "${learning.reward}", and for ${missing} none came.`,
    'Wait, or ask for feedback. Until then the policy decides that is named in `until`.',
  )
}

/** The model, and what is told of it. */
async function learned(
  inside: Inside,
  lessons: Lessons,
  { key, decision, variant, learning }: Learner,
  { rows, range, left }: Lesson,
): Promise<{ readonly model: LearnedModel; readonly document: LearnedDocument }> {
  const names = decision.experiences.map((one) => one.name)
  const columns = columnsOf(
    decision,
    learning,
    rows.map(({ row }) => row.decision),
  )
  const version = (lessons.document(key)?.version ?? 0) + 1
  const seed = `${inside.system.name}/${key}`
  const model = modelOf({ rows, range, names, columns, learning, seed, version })
  const times = rows.map(({ row }) => row.decision.at)
  const document: LearnedDocument = {
    ...{ decision: decision.name, ...(variant !== undefined && { variant }) },
    ...{ version, at: inside.ports.clock.now(), sha256: await hashOf(model), snapshot: inside.snapshot },
    ...{ reward: learning.reward, range, rows: rows.length, left },
    from: times.reduce((a, b) => Math.min(a, b)),
    until: times.reduce((a, b) => Math.max(a, b)),
    experiences: model.arms.map((arm) => told(arm, columns, range)),
  }
  return { model, document }
}

interface Fitting {
  readonly rows: readonly LessonRow[]
  readonly range: readonly [number, number]
  readonly names: readonly string[]
  readonly columns: readonly LearnedColumn[]
  readonly learning: Learning<unknown>
  readonly seed: string
  readonly version: number
}

function modelOf({ rows, range, names, columns, learning, seed, version }: Fitting): LearnedModel {
  const { strength, replicates, importance } = learning
  const fit = fitBandit(weighted(rows, importance).map(asRow), {
    ...{ actions: names.length, features: columns.length, strength, replicates, seed },
  })
  return {
    ...{
      kind: 'linear-bandit',
      version,
      reward: learning.reward,
      range,
      rows: rows.length,
      strength,
      seed,
      columns,
    },
    ...{ around: fit.around, noise: fit.noise },
    arms: fit.arms.map(({ gram, ...arm }, i) => ({
      ...{ experience: names[i] ?? '', rows: arm.rows, sums: gram.map((line) => [...line]) },
      ...{ coefficients: arm.coefficients, replicates: arm.replicates },
    })),
  }

  function asRow({ row: { decision }, reward, weight }: LessonRow & { readonly weight: number }): BanditRow {
    const { experience, person, id } = decision
    return {
      ...{ features: rowOf(columns, decision), action: names.indexOf(experience), weight },
      reward: scaled(reward, range),
      unit: person ?? id,
    }
  }
}

/** From 0 to 1; what is beyond the range counts as its end. */
const scaled = (reward: number, [low, high]: readonly [number, number]): number =>
  Math.max(0, Math.min(1, (reward - low) / (high - low)))

/** How often each counts: for those that were dropped, and by importance, which leaves their sum as it is. */
function weighted(
  rows: readonly LessonRow[],
  importance: number,
): readonly (LessonRow & { readonly weight: number })[] {
  const kept = rows.map(({ row: { decision } }) => 1 / (1 - decision.drop))
  const important = rows.map(
    ({ row: { decision } }, i) =>
      (kept[i] ?? 1) * Math.min(importance, 1 / (decision.marginal ?? decision.propensity)),
  )
  const scale = sum(kept) / sum(important)
  return rows.map((one, i) => ({ ...one, weight: scale * (important[i] ?? 1) }))
}

const sum = (of: readonly number[]): number => of.reduce((a, b) => a + b, 0)

function told(
  { experience, rows, coefficients }: LearnedArm,
  columns: readonly LearnedColumn[],
  [low, high]: readonly [number, number],
): LearnedDocument['experiences'][number] {
  const [constant = 0, ...slopes] = coefficients
  return {
    ...{ experience, rows, expected: low + (high - low) * constant },
    slopes: Object.fromEntries(columns.map(({ name }, j) => [name, (high - low) * (slopes[j] ?? 0)])),
  }
}
