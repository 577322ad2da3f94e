import type { Row } from '../../measure/join.ts'
import type { LeftOut, LoggedDocument, LoggedRequest } from '../../spec/off-policy.ts'
import type { DecisionRecord } from '../../spec/record.ts'
import type { LoggedChoice } from '../../stats/off-policy/logged-choice.ts'
import { crossFittedRewards } from '../../stats/off-policy/reward-model.ts'
import type { Inside } from '../inside.ts'
import { openRecord } from '../opening.ts'
import { planNamed } from '../plan-named.ts'
import { featuresOf } from './features.ts'
import { readRows } from './read.ts'
import { isAmong, type Reward, rewardNamed, rewardOf } from './reward.ts'

/** A logged decision that counts. */
export interface Counted {
  readonly row: Row
  readonly record: DecisionRecord
  readonly reward: number
}

/** Rows done at once: they take a few milliseconds. */
const atOnce = 200

/** The decisions that count, and those that do not; others have their turn on the way. */
export async function countRows(
  inside: Inside,
  reward: Reward,
  rows: readonly Row[],
): Promise<{ readonly counted: readonly Counted[]; readonly left: LeftOut }> {
  const now = inside.ports.clock.now()
  const counted: Counted[] = []
  const left = { waiting: 0, missing: 0, erased: 0, other: 0 }
  for (const [i, row] of rows.entries()) {
    if (i % atOnce === 0) await inside.ports.log.size()
    const value = rewardOf(reward, row)
    if (!isAmong(reward, row)) left.other += 1
    else if (reward.settles > 0 && now <= row.decision.at + reward.settles) left.waiting += 1
    else if (value === null) left.missing += 1
    else {
      const record = await openRecord(inside, row.decision).catch(() => undefined)
      if (record === undefined) left.erased += 1
      else counted.push({ row, record, reward: value })
    }
  }
  return { counted, left }
}

/**
 * Logged decisions as another policy sees them: the probabilities of both, the reward, and what a model of it that was
 * fitted to other people expects.
 */
export function choicesOf(
  inside: Inside,
  name: string,
  counted: readonly Counted[],
  {
    targets,
    expected,
  }: {
    readonly targets: readonly Readonly<Record<string, number>>[]
    readonly expected: readonly (readonly number[])[]
  },
): readonly LoggedChoice[] {
  const { decision } = planNamed(inside, name)
  const names = decision.experiences.map((one) => one.name)
  return counted.map(({ row, reward }, i) => {
    const { probabilities, experience, propensity, marginal, drop, person } = row.decision
    const target = targets[i] ?? {}
    const said = expected[i] ?? []
    const taken = { logged: marginal ?? propensity, target: target[experience] ?? 0 }
    return {
      ...{ ...taken, reward, count: 1 / (1 - drop) },
      ...(person !== undefined && { cluster: person }),
      // Over the arms of flights only the probability of what was taken is known.
      ...((marginal === undefined || marginal === propensity) && {
        actions: names.map((one) => ({ logged: probabilities[one] ?? 0, target: target[one] ?? 0 })),
      }),
      model: {
        predicted: said[names.indexOf(experience)] ?? 0,
        expected: names.reduce((sum, one, at) => sum + (target[one] ?? 0) * (said[at] ?? 0), 0),
      },
    }
  })
}

/** What a model that was fitted to other people expects of every experience, in the order of declaration. */
export function expectedRewards(
  inside: Inside,
  name: string,
  counted: readonly Counted[],
): readonly (readonly number[])[] {
  const { decision } = planNamed(inside, name)
  const names = decision.experiences.map((one) => one.name)
  const features = featuresOf(decision)
  const known = counted.map(({ row }) => features(row.decision))
  const columns = [...new Set(known.flatMap((one) => Object.keys(one)))]
  return crossFittedRewards(
    counted.map(
      (
        {
          row: {
            decision: { experience, person, drop },
          },
          reward,
        },
        i,
      ) => ({
        features: columns.map((column) => known[i]?.[column] ?? 0),
        ...{ action: names.indexOf(experience), reward, count: 1 / (1 - drop) },
        ...(person !== undefined && { cluster: person }),
      }),
    ),
    names.length,
  )
}

/** Logged decisions with the probability of everything they could have done, for tools outside. */
export async function readLogged(
  inside: Inside,
  name: string,
  request: LoggedRequest,
): Promise<LoggedDocument> {
  const { decision } = planNamed(inside, name)
  const reward = rewardNamed(inside.system, decision, request.reward)
  const features = featuresOf(decision)
  const now = inside.ports.clock.now()
  const rows = (await readRows(inside, decision, request)).filter((row) => isAmong(reward, row))
  return {
    ...{ decision: name, reward: request.reward },
    experiences: decision.experiences.map((one) => one.name),
    choices: rows.map((row) => {
      const { id, at, person, experience, probabilities, drop } = row.decision
      const isSettled = reward.settles === 0 || now > at + reward.settles
      return {
        ...{ id, at, experience, probabilities, drop, exposed: row.exposed },
        ...(person !== undefined && { person }),
        reward: isSettled ? rewardOf(reward, row) : null,
        features: features(row.decision),
      }
    }),
  }
}
