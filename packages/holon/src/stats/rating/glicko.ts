/** A rating with its deviation: the player's strength is within two deviations of it with 95 %. */
export interface GlickoRating {
  readonly rating: number
  readonly deviation: number
}

/** A game: the opponent as rated before it, and the score, win 1, draw 1/2. */
export interface GlickoGame extends GlickoRating {
  readonly score: number
}

const q = Math.LN10 / 400
const mostDeviation = 350

/**
 * How much a game counts against an opponent of this deviation (M. Glickman, Parameter Estimation in Large
 * Dynamic Paired Comparison Experiments, 1999).
 */
export function glickoImpact(deviation: number): number {
  return 1 / Math.sqrt(1 + (3 * q * q * deviation * deviation) / (Math.PI * Math.PI))
}

/** The expected score against an opponent. */
export function glickoExpected(rating: number, opponent: GlickoRating): number {
  return 1 / (1 + 10 ** ((-glickoImpact(opponent.deviation) * (rating - opponent.rating)) / 400))
}

/** The rating after the games of one period. */
export function glickoUpdate(player: GlickoRating, games: readonly GlickoGame[]): GlickoRating {
  let information = 0
  let surprise = 0
  for (const game of games) {
    const impact = glickoImpact(game.deviation)
    const expected = glickoExpected(player.rating, game)
    information += q * q * impact * impact * expected * (1 - expected)
    surprise += impact * (game.score - expected)
  }
  const precision = 1 / player.deviation ** 2 + information
  return { rating: player.rating + (q / precision) * surprise, deviation: Math.sqrt(1 / precision) }
}

/**
 * The deviation of a player idle for some periods: it grows by `growth` squared each, at most to that of an
 * unknown player.
 */
export function glickoIdle(deviation: number, growth: number, periods = 1): number {
  return Math.min(mostDeviation, Math.sqrt(deviation * deviation + growth * growth * periods))
}
