import { requirePositive } from '../argument.ts'

/** The score expected of a player against an opponent, win 1, draw 1/2 (A. Elo, 1978). */
export function eloExpected(rating: number, opponent: number): number {
  return 1 / (1 + 10 ** ((opponent - rating) / 400))
}

/**
 * The rating after games against opponents of these ratings: it moves by `k` times what was scored beyond
 * expectation.
 */
export function eloUpdate(
  rating: number,
  games: readonly { opponent: number; score: number }[],
  k = 32,
): number {
  requirePositive('k', k)
  return games.reduce((sum, { opponent, score }) => sum + k * (score - eloExpected(rating, opponent)), rating)
}
