import { isCovered } from '../../decide/held-back.ts'
import type { DecisionPart } from '../../system/decision.ts'
import type { LimitPart } from '../../system/limit.ts'
import type { ToldPart } from '../verification.ts'
import type { Rule } from './rule.ts'

/** Interruptions of one person that count for one limit, and were nobody's demand. */
interface Spending {
  /** Latest time of day so far at each: a clock that goes back refills nothing. */
  readonly at: number[]
  readonly episodes: Map<string, number>
  quietUntil: number
  latest: number
}

/**
 * Nobody is interrupted more often than the limits allow: between any two interruptions that were chosen no more than a
 * full bucket and what has flowed into it meanwhile. Counted anew from the answers, not from what the runtime remembers.
 */
export const limits = (): Rule => {
  const spent = new Map<string, Spending>()
  const of = (limit: LimitPart, subject = ''): Spending => {
    const key = JSON.stringify([limit.name, subject])
    const known = spent.get(key)
    if (known !== undefined) return known
    const fresh = { at: [], episodes: new Map(), quietUntil: 0, latest: 0 }
    spent.set(key, fresh)
    return fresh
  }
  let parts: readonly DecisionPart[] = []
  return {
    name: 'limits hold',
    answered: ({ told, part }) => {
      if (!parts.includes(part)) parts = [...parts, part]
      for (const limit of covering(part, told)) {
        const spending = of(limit, told.subject)
        const free = isChosen(part, told)
        const broken = count(limit, spending, told, free)
        if (broken !== undefined) return `${limit.name} (${limit.words}): ${broken}`
      }
      return undefined
    },
    cameBack: (told, name, value, at) => {
      const part = parts.find((one) => one.name === told.decision)
      if (part === undefined || value === false) return
      for (const limit of covering(part, told)) {
        if (limit.pause?.after === name) of(limit, told.subject).quietUntil = at + limit.pause.lasting
      }
    },
  }
}

function covering(part: DecisionPart, { answer }: ToldPart): readonly LimitPart[] {
  const experience = part.experiences.find((one) => one.name === answer.experience)
  if (experience === undefined) return []
  return part.limits.filter((limit) => isCovered(limit, experience))
}

/** What the fallback, a guardrail or a ladder demands is never held back. */
const isChosen = ({ fallback }: DecisionPart, { record }: ToldPart): boolean =>
  record.experience !== fallback && record.interventions.length === 0 && record.step === undefined

function count(limit: LimitPart, spending: Spending, told: ToldPart, free: boolean): string | undefined {
  const { at, episode } = told
  spending.latest = Math.max(spending.latest, at)
  const met = episode === undefined ? 0 : (spending.episodes.get(episode) ?? 0)
  if (episode !== undefined) spending.episodes.set(episode, met + 1)
  if (!free) return undefined
  if (isQuiet(limit, at)) return 'met in quiet hours'
  if (at < spending.quietUntil) return 'met soon after it was dismissed'
  if (met >= limit.perEpisode) return `${met + 1} times in one episode`
  spending.at.push(spending.latest)
  return limit.rates.map((rate) => overflow(rate, spending)).find((one) => one !== undefined)
}

/** Whether it is between two times of day, which may be of two days. */
function isQuiet({ quiet }: LimitPart, at: number): boolean {
  if (quiet === undefined) return false
  const { from, to, timeZone } = quiet
  const time = new Date(at).toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const since = (hour * 60 + minute - from + 1440) % 1440
  return since < (to - from + 1440) % 1440
}

function overflow({ times, per }: LimitPart['rates'][number], { at, latest }: Spending): string | undefined {
  for (let first = at.length - 1; first >= 0; first--) {
    const elapsed = latest - (at[first] ?? latest)
    const met = at.length - first
    if (met > times + (elapsed * times) / per + 1e-6) return `${met} times within ${elapsed} ms`
  }
  return undefined
}
