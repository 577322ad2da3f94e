import type { FlightVerdict, GoalEffects } from '../../spec/scorecard.ts'
import { sizeIn } from '../say-number.ts'
import { short } from '../short.ts'
import { leastUnits } from './effect.ts'
import {
  type Evidence,
  effectOn,
  gain,
  guardsIn,
  harmedBy,
  isBetter,
  mainOf,
  moved,
  openGuard,
  shares,
  size,
} from './evidence.ts'

/** A rule of the verdict, and what it says to do. */
export interface Ruling {
  readonly rule: string
  readonly say: FlightVerdict['say']
  /** Why it holds; undefined where it does not. The arm it is about, where it is about one. */
  holds(evidence: Evidence): { readonly because: string; readonly arm?: string } | undefined
}

/** The arms that improve the main goal and harm no guard goal as far as it is known, the best first. */
function winners(goals: readonly GoalEffects[], { arms }: Evidence['flight']): Evidence['flight']['arms'] {
  const main = mainOf(goals)
  return arms
    .slice(1)
    .filter(({ name }) => effectOn(main, name)?.verdict === 'better' && harmedBy(goals, name) === undefined)
    .toSorted((a, b) => gain(main, b.name) - gain(main, a.name))
}

/** In the order in which they are asked: the first that holds decides. */
export const rulings: readonly Ruling[] = [
  {
    rule: 'Units did not come in the shares of the flight',
    say: 'cannot say',
    holds: ({ sampleRatio }) =>
      sampleRatio.mismatch
        ? {
            because: `The arms have ${sampleRatio.arms.map((one) => `${one.arm} ${one.n}`).join(', ')}, which chance does not explain (p ${short(sampleRatio.anytime ?? 0)}). Something loses people of one arm: find it before reading anything else here.`,
          }
        : undefined,
  },
  {
    rule: 'Units are lost of one arm more than of another',
    say: 'cannot say',
    holds: ({ missing }) => {
      const uneven = missing.find((one) => one.uneven && one.blocks)
      return (
        uneven && {
          because: `${uneven.what} differs between the arms: ${shares(uneven)}. Who is missing may explain an effect.`,
        }
      )
    },
  },
  {
    rule: `An arm has fewer than ${leastUnits} units`,
    say: 'keep running',
    holds: ({ sampleRatio }) => {
      const few = sampleRatio.arms.find((one) => one.n < leastUnits)
      return few && { because: `"${few.arm}" has ${few.n} units so far.` }
    },
  },
  {
    rule: 'It ended before it was to be judged',
    say: 'cannot say',
    holds: ({ judging: { plan, units }, flight }) =>
      plan?.looks.length === 0 && flight.state !== 'running'
        ? {
            because: `It ended with ${units} of ${plan.units} units, and ${plan.next?.missing ?? 0} short of its first look: a look that was not planned would not be what was promised.`,
          }
        : undefined,
  },
  {
    rule: 'It is not yet to be judged',
    say: 'keep running',
    holds: ({ judging: { plan } }) =>
      plan?.looks.length === 0 && plan.next !== undefined
        ? {
            because: `It is judged ${plan.next.atUnits === plan.units ? 'once' : 'first'}, at ${plan.next.atUnits} units: ${plan.next.missing} are missing.`,
          }
        : undefined,
  },
  {
    rule: 'What an arm improves is an indicator that has been misleading, and not what it stands for',
    say: 'cannot say',
    holds: ({ goals, flight }) => {
      const main = mainOf(goals)
      const misleading = main?.indicates?.filter(({ verdict }) => verdict === 'misleading') ?? []
      const [best] = winners(goals, flight)
      if (main === undefined || best === undefined) return undefined
      const [alone] = misleading.filter(({ goal }) => !isBetter(goals, goal, best.name))
      return (
        alone && {
          arm: best.name,
          because: `"${best.name}" improves "${main.name}": ${size(main, best.name)}. But ${alone.words} That alone is no reason to ship it: wait for "${alone.goal}" itself.`,
        }
      )
    },
  },
  {
    rule: 'An arm improves the main goal and harms no guard goal',
    say: 'ship',
    holds: ({ goals, flight }) => {
      const main = mainOf(goals)
      const best = winners(goals, flight).find(({ name }) => openGuard(goals, name, flight) === undefined)
      if (main === undefined || best === undefined) return undefined
      return {
        arm: best.name,
        because: `"${best.name}" improves "${main.name}": ${size(main, best.name)}; no harm to a guard is seen: ${guardsIn(goals, best.name)}.`,
      }
    },
  },
  {
    rule: 'An arm improves the main goal, and too little is known yet of a guard goal',
    say: 'keep running',
    holds: ({ goals, flight }) => {
      const main = mainOf(goals)
      const [best] = winners(goals, flight)
      if (main === undefined || best === undefined) return undefined
      const open = openGuard(goals, best.name, flight)
      return open === undefined
        ? undefined
        : {
            arm: best.name,
            because: `"${best.name}" improves "${main.name}": ${size(main, best.name)}; ${open}.`,
          }
    },
  },
  {
    rule: 'It wins a leading indicator and loses an organizational goal',
    say: 'stop',
    holds: ({ goals, flight }) => {
      for (const { name: arm } of flight.arms.slice(1)) {
        const won = moved(goals, arm, 'better').find((goal) => goal.layer === 'leading')
        const lost = moved(goals, arm, 'worse').find((goal) => goal.layer === 'organization')
        if (won === undefined || lost === undefined) continue
        return {
          arm,
          because: `"${arm}" wins its leading indicator "${won.name}" (${size(won, arm)}) and loses the organizational goal "${lost.name}" (${size(lost, arm)}): the indicator misleads here.`,
        }
      }
      return undefined
    },
  },
  {
    rule: 'Every arm harms a guard goal',
    say: 'stop',
    holds: ({ goals, flight }) => {
      const arms = flight.arms.slice(1).map((arm) => arm.name)
      const harms = arms.map((arm) => ({ arm, harmed: harmedBy(goals, arm) }))
      const [first] = harms
      if (first?.harmed === undefined || harms.some(({ harmed }) => harmed === undefined)) return undefined
      return {
        arm: first.arm,
        because: `"${first.arm}" harms "${first.harmed.name}": ${size(first.harmed, first.arm)}.`,
      }
    },
  },
  {
    rule: 'Every arm makes the main goal worse',
    say: 'stop',
    holds: ({ goals, flight }) => {
      const main = mainOf(goals)
      const arms = flight.arms.slice(1)
      if (main === undefined || !arms.every(({ name }) => effectOn(main, name)?.verdict === 'worse'))
        return undefined
      const arm = arms[0]?.name ?? ''
      return { arm, because: `"${arm}" makes "${main.name}" worse: ${size(main, arm)}.` }
    },
  },
  {
    rule: 'No main goal is named, or nothing measures it',
    say: 'cannot say',
    holds: ({ goals }) =>
      mainOf(goals) === undefined
        ? { because: 'The flight names no main goal that is measured: name one to be told what to do.' }
        : undefined,
  },
  {
    rule: 'Whatever the effect on the main goal is, it is smaller than what is worth having',
    say: 'stop',
    holds: ({ goals, flight }) => {
      const main = mainOf(goals)
      const { worth } = flight
      if (main === undefined || worth === undefined) return undefined
      const small = main.effects.every(
        ({ absolute }) => absolute !== null && Math.max(...absolute.interval.map(Math.abs)) < worth,
      )
      const arm = main.effects[0]?.arm ?? ''
      return small
        ? {
            arm,
            because: `No arm changes "${main.name}" by ${sizeIn(main.unit, worth)}, which would be worth having: ${size(main, arm)}.`,
          }
        : undefined
    },
  },
  {
    rule: 'The last look is over',
    say: 'stop',
    holds: ({ judging: { plan }, goals }) => {
      const main = mainOf(goals)
      const arm = main?.effects[0]?.arm ?? ''
      if (plan === undefined || plan.next !== undefined || main === undefined) return undefined
      return {
        arm,
        because: `The ${plan.units} units of the plan are in, and no difference is shown on "${main.name}": ${size(main, arm)}. Another look was not planned, and would be one too many.`,
      }
    },
  },
  {
    rule: 'No number of units that could come would show an effect worth having',
    say: 'cannot say',
    holds: ({ longer }) =>
      longer !== undefined && longer.unitsMore === null ? { because: longer.words } : undefined,
  },
  {
    rule: 'An effect worth having may still be there',
    say: 'keep running',
    holds: ({ goals, longer, judging: { plan } }) => {
      const main = mainOf(goals)
      const arm = main?.effects[0]?.arm ?? ''
      const parts = [
        main === undefined ? '' : `On "${main.name}" so far: ${size(main, arm)}.`,
        plan?.next === undefined ? '' : `The next look is at ${plan.next.atUnits} units.`,
        longer?.words ?? '',
      ]
      return {
        because: parts.filter((part) => part !== '').join(' ') || 'Too little is known yet.',
      }
    },
  },
]
