import type { Draw } from 'holon/world'
import { type Trade, tradeOf } from './filer.ts'

/** Somebody who files here, and what they are like. Shares and levels are from 0 to 1. */
export interface Customer {
  readonly trade: Trade
  /** How much it frightens them to file. */
  readonly nerves: number
  /** Their place among all by honesty: below the share of honest people they mend an error that is pointed out. */
  readonly candour: number
  /** Their place among all by cunning: below the share of gamers they try other answers until the meter reads low. */
  readonly cunning: number
  /** How they think of this service. */
  trust: number
  /** Files elsewhere this year. */
  away: boolean
}

/** Draws somebody. */
export const customerOf = (draw: Draw): Customer => ({
  trade: tradeOf(draw),
  nerves: draw.beta(2, 2),
  trust: draw.beta(6, 3),
  candour: draw.next(),
  cunning: draw.next(),
  away: false,
})
