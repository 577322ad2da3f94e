import { requirePositive } from '../argument.ts'
import { findRoot } from '../special/root.ts'
import type { GlickoGame, GlickoRating } from './glicko.ts'

/** A rating that also knows how erratic the player is. */
export interface Glicko2Rating extends GlickoRating {
  readonly volatility: number
}

/** The new rating, with the variance of the games and the improvement they suggest, on the inner scale. */
export interface Glicko2Update extends Glicko2Rating {
  readonly variance: number
  readonly improvement: number
}

const scale = 173.7178
const centre = 1500

/**
 * The rating after the games of one period (M. Glickman, Example of the Glicko-2 system, 2022). `tau` limits
 * how fast the volatility changes, 0.3 to 1.2. Without games only the deviation grows.
 */
export function glicko2Update(player: Glicko2Rating, games: readonly GlickoGame[], tau = 0.5): Glicko2Update {
  requirePositive('tau', tau)
  const mu = (player.rating - centre) / scale
  const phi = player.deviation / scale
  let information = 0
  let surprise = 0
  for (const game of games) {
    const impact = 1 / Math.sqrt(1 + (3 * (game.deviation / scale) ** 2) / (Math.PI * Math.PI))
    const expected = 1 / (1 + Math.exp(-impact * (mu - (game.rating - centre) / scale)))
    information += impact * impact * expected * (1 - expected)
    surprise += impact * (game.score - expected)
  }
  if (games.length === 0) {
    const deviation = scale * Math.hypot(phi, player.volatility)
    return { ...player, deviation, variance: Infinity, improvement: 0 }
  }
  const variance = 1 / information
  const improvement = variance * surprise
  const volatility = newVolatility(player.volatility, phi, variance, improvement, tau)
  const precision = 1 / (phi * phi + volatility * volatility) + information
  return {
    rating: centre + scale * (mu + surprise / precision),
    deviation: scale / Math.sqrt(precision),
    volatility,
    variance,
    improvement,
  }
}

/** The most probable volatility: the root of Glickman's equation in the logarithm of its square. */
function newVolatility(
  before: number,
  phi: number,
  variance: number,
  improvement: number,
  tau: number,
): number {
  const start = Math.log(before * before)
  const excess = improvement * improvement - phi * phi - variance
  const slope = (x: number): number => {
    const growth = Math.exp(x)
    const spread = phi * phi + variance + growth
    return (growth * (excess - growth)) / (2 * spread * spread) - (x - start) / (tau * tau)
  }
  let low = start
  while (slope(low) < 0) low -= tau
  let high = excess > 0 ? Math.log(excess) : start
  while (slope(high) > 0) high += tau
  return Math.exp(findRoot(slope, low, high) / 2)
}
