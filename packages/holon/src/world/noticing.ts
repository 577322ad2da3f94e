import type { Noticed, SimulatedGoal } from '../spec/simulation.ts'
import { wilsonInterval } from '../stats/interval/wilson.ts'

/** Something that happened or was noticed while the world ran, by the time of the world in days. */
export interface Mark extends Pick<Noticed, 'day' | 'by' | 'what'> {
  /** A change of a scenario begins with it. */
  readonly begins?: boolean
}

/** What a report is looked through for. */
export interface Watched {
  readonly goals: readonly SimulatedGoal[]
  /** By stretch of time. */
  readonly stretches: readonly { readonly decisions: number; readonly degraded: number }[]
  /** Days in a stretch. */
  readonly every: number
  readonly marks: readonly Mark[]
  /** How far the world is, in days. */
  readonly day: number
}

/**
 * Everything that happened and was noticed, in order of time. A goal is noticed at the end of the first stretch in which
 * it is missed after one in which it was not; fallbacks at the end of the first stretch with surely more of them than before.
 * What is noticed in the same words again before the world changes is told once, with how often and until when.
 */
export function noticed({ goals, stretches, every, marks, day: now }: Watched): readonly Noticed[] {
  const all = [...marks, ...goals.flatMap((goal) => missed(goal, every)), ...fallbacks(stretches, every)]
  const changes = marks.filter(({ begins }) => begins === true)
  const inOrder = all
    .map(({ begins: _, ...mark }) => ({ ...mark, day: Math.min(mark.day, now) }))
    .sort((a, b) => a.day - b.day)
    .map((mark, place) => ({ mark, place, change: changes.findLast(({ day }) => day <= mark.day) }))
  const alike = Map.groupBy(inOrder, ({ mark, place, change }) =>
    mark.by === 'scenario' ? place : `${change?.day} ${mark.what}`,
  )
  return [...alike.values()].flatMap(together)
}

/** Marks of the same words and the same change as one, at the time of the first. */
function together(
  same: readonly { readonly mark: Noticed; readonly change: Mark | undefined }[],
): readonly Noticed[] {
  const [first] = same
  if (first === undefined) return []
  const { mark, change } = first
  const late = mark.by === 'scenario' || change === undefined ? {} : { late: mark.day - change.day }
  const until = same.at(-1)?.mark.day ?? mark.day
  return [{ ...mark, ...late, ...(same.length > 1 && { times: same.length, until }) }]
}

function missed({ name, overTime }: SimulatedGoal, every: number): readonly Mark[] {
  return overTime.flatMap(({ status, day }, place) =>
    status === 'missed' && overTime[place - 1] !== undefined && overTime[place - 1]?.status !== 'missed'
      ? [{ day: day + every, by: 'monitor' as const, what: `"${name}" is missed` }]
      : [],
  )
}

function fallbacks(stretches: Watched['stretches'], every: number): readonly Mark[] {
  const marks: Mark[] = []
  let decisions = 0
  let degraded = 0
  let isRaised = false
  for (const [place, stretch] of stretches.entries()) {
    const more = decisions > 0 && stretch.decisions > 0 && isMore(stretch, { decisions, degraded })
    if (more && !isRaised) marks.push({ day: (place + 1) * every, by: 'monitor', what: wordsFor(stretch) })
    isRaised = more
    if (more) continue
    decisions += stretch.decisions
    degraded += stretch.degraded
  }
  return marks
}

type Stretch = Watched['stretches'][number]

/** Both 95 % intervals apart: by chance alone in fewer than one stretch of a hundred. */
const isMore = (now: Stretch, before: Stretch): boolean =>
  wilsonInterval(now.degraded, now.decisions).lower > wilsonInterval(before.degraded, before.decisions).upper

const wordsFor = ({ decisions, degraded }: Stretch): string =>
  `${degraded} of ${decisions} decisions were fallbacks`
