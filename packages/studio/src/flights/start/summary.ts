import type { SystemDocument } from 'holon'
import { unitWords } from '../../format/flight-unit.ts'
import { formatName } from '../../format/json.ts'
import { formatShare } from '../../format/number.ts'
import { formatSize } from '../../format/unit.ts'
import { formatEffect } from '../effect/effect-words.ts'
import { changeWords } from '../words.ts'
import { audienceWords } from './audience.ts'
import { type FlightDraft, marginsOf, usualFactors, usualShare } from './draft.ts'

/** What will happen once the flight is started, in a few sentences. */
export function summaryOf(draft: FlightDraft, { goals }: Pick<SystemDocument, 'goals'>): string {
  const { share = usualShare, unit = 'person', main, worth, guards = [], layer } = draft
  const [, several] = unitWords[unit]
  const who = `${formatShare(share)} of all ${several}${amongWords(draft)}`
  const goal = goals.find((one) => one.name === main)
  const aim =
    goal === undefined
      ? 'It names no main goal, so nobody will be told what to do.'
      : `It is to improve “${goal.name}”${worth === undefined ? '' : `, by ${formatEffect(worth, goal.unit)} at least`}${guards.length === 0 ? '' : `, without harm to ${listed(guards)}`}.${marginWords(draft, goals)}`
  if (draft.holdout === true) {
    return `From the next decision on, ${who} are kept from every flight and from all that was kept, and compared with everybody else. ${aim}`
  }
  const beside =
    layer === undefined || layer === '' ? '' : ` Nobody is in another flight of the layer “${layer}”.`
  return `From the next decision on, ${who} take part at “${draft.decision ?? ''}”: ${armWords(draft)}.${beside} ${aim}`
}

function marginWords(draft: FlightDraft, goals: SystemDocument['goals']): string {
  const margins = marginsOf(draft)
  const most = goals.flatMap(({ name, unit }) => {
    const margin = margins[name]
    return margin === undefined ? [] : [`more than ${formatSize(margin, unit)} to ${name}`]
  })
  return most.length === 0 ? '' : ` Nothing ships before harm of ${listed(most)} is ruled out.`
}

function amongWords({ among, conditions = [] }: FlightDraft): string {
  if (among !== undefined) return ' that an expression chooses'
  return conditions.length === 0 ? '' : ` of whom ${audienceWords(conditions, formatName)}`
}

/** What each arm meets; of crossed factors, every combination. */
function armWords({ factors = usualFactors }: FlightDraft): string {
  const [only, another] = factors
  if (only !== undefined && another === undefined) {
    const all = only.arms.reduce((sum, { weight = 1 }) => sum + weight, 0)
    return listed(
      only.arms.map(
        ({ name, weight = 1, ...arm }) => `${formatShare(weight / all)} in “${name}” (${changeWords(arm)})`,
      ),
    )
  }
  const count = factors.reduce((product, { arms }) => product * arms.length, 1)
  const levels = factors.map(({ name, arms }) => `${name} (${arms.map((one) => one.name).join(' or ')})`)
  return `${count} arms, every combination of ${listed(levels)}`
}

const listed = (all: readonly string[]): string =>
  all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
