import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { eloExpected, eloUpdate } from './elo.ts'
import { type GlickoGame, glickoExpected, glickoImpact, glickoUpdate } from './glicko.ts'
import { glicko2Update } from './glicko2.ts'

export const runner: CaseRunner = {
  ids: ['rating/elo', 'rating/glicko2', 'rating/glicko1-and-decay'],
  run(input, { id }) {
    const fields = new CaseInput(input)
    if (id === 'rating/elo') return elo(fields)
    return id === 'rating/glicko2' || fields.has('volatility') ? glicko2(fields) : glicko(fields)
  },
}

function elo(fields: CaseInput) {
  const rating = fields.number('rating')
  const games = fields.table('opponents').map(([opponent = 0, score = 0]) => ({ opponent, score }))
  return {
    expected_score: games.reduce((sum, { opponent }) => sum + eloExpected(rating, opponent), 0),
    new_rating: eloUpdate(rating, games, fields.number('k', 32)),
  }
}

function gamesOf(fields: CaseInput): GlickoGame[] {
  if (!fields.has('opponents')) return []
  return fields
    .table('opponents')
    .map(([rating = 0, deviation = 0, score = 0]) => ({ rating, deviation, score }))
}

function glicko2(fields: CaseInput) {
  const player = {
    rating: fields.number('rating', 1500),
    deviation: fields.number('rd'),
    volatility: fields.number('volatility'),
  }
  const after = glicko2Update(player, gamesOf(fields), fields.number('tau', 0.5))
  return {
    rating: after.rating,
    rd: after.deviation,
    volatility: after.volatility,
    v: after.variance,
    delta: after.improvement,
  }
}

function glicko(fields: CaseInput) {
  const games = gamesOf(fields)
  const player = { rating: fields.number('rating', 1500), deviation: fields.number('rd', 350) }
  const after = glickoUpdate(player, games)
  return {
    rating: after.rating,
    rd: after.deviation,
    g: games.length > 0 ? games.map((game) => glickoImpact(game.deviation)) : glickoImpact(player.deviation),
    E: games.map((game) => glickoExpected(player.rating, game)),
  }
}
