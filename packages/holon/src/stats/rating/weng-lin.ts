import { normalCdf } from '../distribution/normal.ts'
import type { Skill } from './skill.ts'

/** A team of players. */
export type Team = readonly Skill[]

/**
 * How finishing orders come about: choices from first to last, or a logistic comparison of every two teams.
 */
export type WengLinModel = 'plackett-luce' | 'bradley-terry'

const betaSquared = (25 / 6) ** 2
// No game takes away more than this share of a player's variance.
const leastShare = 1e-4

/**
 * Skills after a game, in closed form (R. Weng, C.-J. Lin, A Bayesian Approximation Method for Online
 * Ranking, 2011). `teams` stand in finishing order, or have `ranks`, smaller is better and equal is a draw.
 */
export function wengLinUpdate(
  teams: readonly Team[],
  model: WengLinModel = 'plackett-luce',
  ranks: readonly number[] = teams.map((_, i) => i),
): Skill[][] {
  const sums = teams.map((team, i) => ({
    mean: team.reduce((sum, skill) => sum + skill.mean, 0),
    variance: team.reduce((sum, skill) => sum + skill.deviation ** 2, 0),
    rank: ranks[i] ?? i,
  }))
  const changes = model === 'plackett-luce' ? plackettLuce(sums) : bradleyTerry(sums)
  return teams.map((team, i) => {
    const { shift, shrink } = changes[i] ?? { shift: 0, shrink: 0 }
    const total = sums[i]?.variance ?? 1
    return team.map(({ mean, deviation }) => {
      const share = deviation ** 2 / total
      const left = Math.max(1 - share * shrink, leastShare)
      return { mean: mean + share * shift, deviation: deviation * Math.sqrt(left) }
    })
  })
}

/**
 * The probability of every team to win: its Gaussian chances against each other one, averaged to sum to 1.
 */
export function winProbabilities(teams: readonly Team[]): number[] {
  const n = teams.length
  const sums = teams.map((team) => ({
    mean: team.reduce((sum, skill) => sum + skill.mean, 0),
    variance: team.reduce((sum, skill) => sum + skill.deviation ** 2, 0),
  }))
  return sums.map((a, i) => {
    const chances = sums.map((b, j) =>
      i === j ? 0 : normalCdf((a.mean - b.mean) / Math.sqrt(n * betaSquared + a.variance + b.variance)),
    )
    return chances.reduce((sum, chance) => sum + chance, 0) / ((n * (n - 1)) / 2)
  })
}

interface TeamSum {
  readonly mean: number
  readonly variance: number
  readonly rank: number
}

interface Change {
  /** Of the mean of the team's skill. */
  readonly shift: number
  /** The share of variance that is taken away. */
  readonly shrink: number
}

function plackettLuce(teams: readonly TeamSum[]): Change[] {
  const scale = Math.sqrt(teams.reduce((sum, team) => sum + team.variance + betaSquared, 0))
  const strength = teams.map((team) => Math.exp(team.mean / scale))
  const remaining = teams.map((from) =>
    teams.reduce((sum, team, i) => sum + (team.rank >= from.rank ? (strength[i] ?? 0) : 0), 0),
  )
  return teams.map((team, i) => {
    let gradient = 0
    let curvature = 0
    for (const [j, other] of teams.entries()) {
      if (other.rank > team.rank) continue
      const tied = teams.filter((third) => third.rank === other.rank).length
      const chance = (strength[i] ?? 0) / (remaining[j] ?? 1)
      gradient += ((i === j ? 1 : 0) - chance) / tied
      curvature += (chance * (1 - chance)) / tied
    }
    const damping = Math.sqrt(team.variance) / scale
    return {
      shift: (team.variance / scale) * gradient,
      shrink: ((damping * team.variance) / (scale * scale)) * curvature,
    }
  })
}

function bradleyTerry(teams: readonly TeamSum[]): Change[] {
  return teams.map((team, i) => {
    let shift = 0
    let shrink = 0
    for (const [j, other] of teams.entries()) {
      if (i === j) continue
      const scale = Math.sqrt(team.variance + other.variance + 2 * betaSquared)
      const chance = 1 / (1 + Math.exp((other.mean - team.mean) / scale))
      const score = other.rank > team.rank ? 1 : other.rank === team.rank ? 0.5 : 0
      shift += (team.variance / scale) * (score - chance)
      const damping = Math.sqrt(team.variance) / scale
      shrink += ((damping * team.variance) / (scale * scale)) * chance * (1 - chance)
    }
    return { shift, shrink }
  })
}
