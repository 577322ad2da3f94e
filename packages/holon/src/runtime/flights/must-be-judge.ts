import { inMilliseconds } from '../../spec/duration.ts'
import { HolonError } from '../../spec/error.ts'
import type { Judge } from '../../spec/flight.ts'

/** The words of each method beside `method`. */
const words: Readonly<Record<Judge['method'], readonly string[]>> = {
  'always-valid': [],
  fixed: ['units', 'before'],
  'group-sequential': ['units', 'looks', 'spending', 'before'],
  bayesian: ['prior'],
}

/** More would hardly be told from a look at any time. */
const mostLooks = 20

/** Refuses what is no way to judge a flight, for it may come from a file. @throws HolonError `input-invalid` */
export function mustBeJudge(judge: Judge): void {
  const { method, ...said } = judge
  if (!Object.hasOwn(words, method))
    throw invalid(`No flight is judged by "${method}".`, `Use ${Object.keys(words).join(', ')}.`)
  const known = words[method]
  const strange = Object.keys(said).find((word) => !known.includes(word))
  if (strange !== undefined)
    throw invalid(
      `A flight that is judged by ${method} says "${strange}", which means nothing there.`,
      known.length === 0 ? 'Leave it out.' : `Use ${known.join(', ')}.`,
    )
  if ('units' in judge || method === 'fixed' || method === 'group-sequential') mustCount(judge)
  if (judge.method === 'bayesian') mustBePrior(judge.prior)
}

function mustCount(judge: Judge): void {
  if (!('units' in judge && Number.isInteger(judge.units) && judge.units > 0))
    throw invalid('Nothing says at how many units it is judged.', 'Give `units`, a whole number above 0.')
  if (judge.before !== undefined) inMilliseconds(judge.before)
  if (judge.method === 'fixed') return
  const { looks, spending = 'pocock' } = judge
  if (!(Number.isInteger(looks) && looks >= 2 && looks <= mostLooks))
    throw invalid(`It cannot be looked at ${looks} times.`, `Give \`looks\` from 2 to ${mostLooks}.`)
  if (spending !== 'pocock' && spending !== 'obrien-fleming')
    throw invalid(`No error is spent as "${spending}".`, 'Use obrien-fleming or pocock.')
}

function mustBePrior(prior: Partial<Extract<Judge, { method: 'bayesian' }>['prior']> = {}): void {
  const { deviation = 0, mean = 0 } = prior
  if (deviation > 0 && Number.isFinite(deviation) && Number.isFinite(mean)) return
  throw invalid(
    'The prior says nothing of how large effects may be.',
    "Give the standard deviation of what you expect, as a share of the control's value: `{ deviation: 0.1 }`.",
  )
}

const invalid = (what: string, fix: string) => new HolonError('input-invalid', what, fix)
