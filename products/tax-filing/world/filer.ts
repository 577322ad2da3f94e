import type { Random } from 'holon'
import { sigmoid } from 'holon/stats'
import { type Draw, drawFrom } from 'holon/world'
import { educations, employments, occupations, type About as Told } from '../domain/about.ts'
import type { TaxReturnInput } from '../domain/return.ts'

type About = { readonly [K in keyof Told]-?: NonNullable<Told[K]> }

/** What changes little from year to year about somebody who files. */
export interface Trade {
  readonly status: TaxReturnInput['status']
  readonly about: About
  /** Dollars in the first year. */
  readonly income: number
  readonly business: boolean
}

/** A simulated return, and what only the world knows about it. */
export interface Filer {
  readonly taxReturn: TaxReturnInput
  /** Probability that an examination would change the return. */
  readonly error: number
}

/** How much more often returns are wrong than they are at first: added to the log-odds of all, and of those with a business. */
export interface Complications {
  readonly everybody: number
  readonly businesses: number
}

const simple: Complications = { everybody: 0, businesses: 0 }

/** Draws a return of somebody. */
export function filerOf(random: Random): Filer {
  const draw = drawFrom(random)
  return returnOf(tradeOf(draw), draw)
}

/** Draws somebody. Statuses are about as frequent as among real returns; half of those who file jointly are drawn beside them. */
export function tradeOf(draw: Draw): Trade {
  return {
    status: draw.weighted({
      single: 42,
      'married-jointly': 40,
      'head-of-household': 13,
      'married-separately': 4,
      'surviving-spouse': 1,
    }),
    about: {
      employment: draw.one(keys(employments)),
      education: draw.one(keys(educations)),
      occupation: draw.one(keys(occupations)),
      hoursPerWeek: draw.whole(20, 55),
    },
    income: Math.round(Math.min(2_000_000, draw.logNormal(48_000, 0.8))),
    business: draw.chance(0.15),
  }
}

/**
 * Draws the return of a year. Who is longer schooled, leads, works long hours or files jointly errs more, as in the data
 * the model learned from; who gives or deducts a lot beside their income errs more too, which the model does not know.
 */
export function returnOf(trade: Trade, draw: Draw, complications: Complications = simple): Filer {
  const { status, about, business } = trade
  const income = Math.round(trade.income * draw.logNormal(1, 0.1))
  const loss = business && draw.chance(0.15)
  const gift = draw.chance(0.04) ? Math.round(income * draw.uniform(0.3, 0.6)) : 0
  const odd = loss || gift > 0
  const odds =
    oddsOf(trade) +
    (odd ? 0.8 : 0) +
    complications.everybody +
    (business || about.employment === 'SelfEmp' ? complications.businesses : 0)
  return {
    error: sigmoid(odds),
    taxReturn: {
      year: 2025,
      status,
      you: business ? { business: { profit: loss ? -Math.round(income / 4) : income } } : { wages: income },
      interest: draw.whole(0, 400),
      payments: Math.round(income * draw.uniform(0.08, 0.16)),
      ...(gift > 0 && { itemized: { charity: gift } }),
      about,
    },
  }
}

/** Log-odds of an error in the return of somebody in a year in which nothing is odd. */
function oddsOf({ status, about: { education, occupation, hoursPerWeek } }: Trade): number {
  const joint = status === 'married-jointly' ? 2.4 : 0
  const schooled = ['Bachelor', 'Master', 'Professional', 'Doctorate'].includes(education) ? 1.3 : 0
  const leading = occupation === 'Executive' || occupation === 'Professional' ? 0.9 : 0
  return -3.7 + joint + schooled + leading + 0.03 * (hoursPerWeek - 20)
}

const keys = <K extends string>(of: Readonly<Record<K, string>>): readonly K[] => Object.keys(of) as K[]
