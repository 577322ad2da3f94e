import type { Draw } from 'holon/world'
import type { Household } from '../domain/households.ts'
import { type Trade, tradeOf } from './filer.ts'

/** Somebody who files here, and what they are like. Shares and levels are from 0 to 1. */
export interface Customer {
  readonly trade: Trade
  readonly household: Household
  /** How much it frightens them to file. */
  readonly nerves: number
  /** Their place among all by honesty: below the share of honest people they mend an error that is pointed out. */
  readonly candour: number
  /** Their place among all by cunning: below the share of gamers they try other answers until the meter reads low. */
  readonly cunning: number
  /** Their place among all by openness: below the share of open people they say how they live. */
  readonly openness: number
  /** How they think of this service. */
  trust: number
  /** Files elsewhere this year. */
  away: boolean
}

/** Draws somebody. */
export function customerOf(draw: Draw): Customer {
  const trade = tradeOf(draw)
  return {
    trade,
    nerves: draw.beta(2, 2),
    trust: draw.beta(6, 3),
    candour: draw.next(),
    cunning: draw.next(),
    household: householdOf(trade, draw),
    openness: draw.next(),
    away: false,
  }
}

/** Who files jointly lives with somebody; who heads a household, with children. All shares are assumptions. */
function householdOf({ status }: Trade, draw: Draw): Household {
  if (status === 'head-of-household') return 'with children'
  const joint = status.startsWith('married') || status === 'surviving-spouse'
  return draw.weighted(
    joint
      ? { alone: 0, 'with other adults': 55, 'with children': 45 }
      : { alone: 60, 'with other adults': 35, 'with children': 5 },
  )
}
