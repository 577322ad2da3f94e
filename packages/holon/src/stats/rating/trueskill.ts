import { HolonError } from '../../spec/error.ts'
import { requireShare } from '../argument.ts'
import { normalCdf, normalDensity, normalQuantile, normalSurvival } from '../distribution/normal.ts'
import type { Skill } from './skill.ts'

/** A player in a game: the skill before it, and the share of the game played (1 unless given). */
export interface Participant extends Skill {
  readonly share?: number
}

/** How chancy games are. The scale is that of `unknownSkill`. */
export interface TrueSkillOptions {
  /** Smaller is better, equal is a draw; the order given unless told. */
  readonly ranks?: readonly number[]
  readonly drawProbability?: number
  /** Deviation of one performance around the skill. */
  readonly beta?: number
  /** How much a skill may have changed since the last game. */
  readonly drift?: number
}

const defaults = { beta: 25 / 6, drift: 25 / 300, drawProbability: 0.1 }
// A player who took no part at all still needs a direction to divide by.
const leastShare = 1e-4
const mostRounds = 100

/**
 * Skills after a game between teams, by expectation propagation (R. Herbrich, T. Minka, T. Graepel,
 * TrueSkill: A Bayesian Skill Rating System, 2007): every team's performance is the sum of its players', and
 * each pair of neighbours in the ranking says that one exceeded the other, or that they were too close.
 */
export function trueSkillUpdate(
  teams: readonly (readonly Participant[])[],
  options: TrueSkillOptions = {},
): Skill[][] {
  const { beta = defaults.beta, drift = defaults.drift, drawProbability = defaults.drawProbability } = options
  const ranks = options.ranks ?? teams.map((_, i) => i)
  if (teams.length < 2 || teams.some((team) => team.length === 0)) {
    throw new HolonError(
      'input-invalid',
      'a game needs two teams of players',
      'Give at least two, none empty.',
    )
  }
  const order = teams.map((_, i) => i).sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0))
  const sums = order.map((i) => performanceOf(teams[i] ?? [], beta, drift))
  const links = order.slice(1).map((lower, i): Link => {
    const upper = order[i] ?? 0
    const players = (teams[upper]?.length ?? 0) + (teams[lower]?.length ?? 0)
    return {
      draw: ranks[upper] === ranks[lower],
      margin: drawMargin(drawProbability, players, beta),
    }
  })
  const evidence = propagate(sums, links)
  const updated: Skill[][] = teams.map(() => [])
  for (const [place, team] of order.entries()) {
    const said = evidence[place] ?? nothing
    updated[team] = passDown(teams[team] ?? [], said, beta, drift)
  }
  return updated
}

/** The chance of a draw relative to that of an even game: 1 is the best match. */
export function matchQuality(teams: readonly (readonly Participant[])[], beta = defaults.beta): number {
  const n = teams.length - 1
  const sums = teams.map((team) => ({
    mean: team.reduce((sum, player) => sum + shareOf(player) * player.mean, 0),
    noise: team.reduce((sum, player) => sum + shareOf(player) ** 2 * beta * beta, 0),
    variance: team.reduce((sum, player) => sum + shareOf(player) ** 2 * player.deviation ** 2, 0),
  }))
  const differences = Array.from({ length: n }, (_, i) => (sums[i]?.mean ?? 0) - (sums[i + 1]?.mean ?? 0))
  const chain = (of: (i: number) => number): number[][] =>
    Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (_, j) => {
        if (i === j) return of(i) + of(i + 1)
        return Math.abs(i - j) === 1 ? -of(Math.max(i, j)) : 0
      }),
    )
  const noise = eliminate(
    chain((i) => sums[i]?.noise ?? 0),
    differences,
  )
  const spread = eliminate(
    chain((i) => (sums[i]?.noise ?? 0) + (sums[i]?.variance ?? 0)),
    differences,
  )
  return Math.sqrt(noise.determinant / spread.determinant) * Math.exp(-spread.quadratic / 2)
}

/** A normal message in its natural form: precision and precision times mean. */
interface Message {
  readonly precision: number
  readonly shift: number
}

interface Link {
  readonly draw: boolean
  readonly margin: number
}

const nothing: Message = { precision: 0, shift: 0 }

function shareOf(player: Participant): number {
  return Math.max(leastShare, player.share ?? 1)
}

function performanceOf(team: readonly Participant[], beta: number, drift: number): Message {
  let mean = 0
  let variance = 0
  for (const player of team) {
    mean += shareOf(player) * player.mean
    variance += shareOf(player) ** 2 * (player.deviation ** 2 + drift ** 2 + beta ** 2)
  }
  return { precision: 1 / variance, shift: mean / variance }
}

/** Half the width of the differences that count as a draw. */
function drawMargin(probability: number, players: number, beta: number): number {
  if (probability === 0) return 0
  requireShare('drawProbability', probability)
  return normalQuantile((probability + 1) / 2) * Math.sqrt(players) * beta
}

/** What all results together say about every team's performance, best first. */
function propagate(sums: readonly Message[], links: readonly Link[]): Message[] {
  const fromBelow = sums.map(() => nothing)
  const fromAbove = sums.map(() => nothing)
  for (let round = 0; round < mostRounds; round += 1) {
    let change = 0
    const visit = (i: number): void => {
      const link = links[i]
      if (link === undefined) return
      const upper = times(sums[i] ?? nothing, fromAbove[i] ?? nothing)
      const lower = times(sums[i + 1] ?? nothing, fromBelow[i + 1] ?? nothing)
      const said = compareTeams(upper, lower, link)
      change = Math.max(change, distance(said.toUpper, fromBelow[i] ?? nothing))
      fromBelow[i] = said.toUpper
      fromAbove[i + 1] = said.toLower
    }
    for (let i = 0; i < links.length; i += 1) visit(i)
    for (let i = links.length - 2; i >= 0; i -= 1) visit(i)
    if (change < 1e-10) break
  }
  return sums.map((_, i) => times(fromBelow[i] ?? nothing, fromAbove[i] ?? nothing))
}

/** Messages to two neighbours from the fact that the upper one won or that they drew. */
function compareTeams(upper: Message, lower: Message, link: Link): { toUpper: Message; toLower: Message } {
  const upperMean = upper.shift / upper.precision
  const lowerMean = lower.shift / lower.precision
  const variance = 1 / upper.precision + 1 / lower.precision
  const deviation = Math.sqrt(variance)
  const { push, squeeze } = truncation(
    (upperMean - lowerMean) / deviation,
    link.margin / deviation,
    link.draw,
  )
  const mean = upperMean - lowerMean + deviation * push
  const left = variance * Math.max(1 - squeeze, 1e-12)
  // The difference as the result alone describes it: its belief divided by what came in.
  const precision = 1 / left - 1 / variance
  const shift = mean / left - (upperMean - lowerMean) / variance
  return {
    toUpper: through(precision, shift, lowerMean, 1 / lower.precision, 1),
    toLower: through(precision, shift, upperMean, 1 / upper.precision, -1),
  }
}

/** A message about upper - lower turned into one about either, given the other. */
function through(precision: number, shift: number, other: number, variance: number, sign: 1 | -1): Message {
  const joint = precision / (1 + precision * variance)
  return { precision: joint, shift: joint * other + (sign * shift) / (1 + precision * variance) }
}

/** How a normal variable t moves and narrows when it is known to exceed the margin, or to lie within it. */
function truncation(t: number, margin: number, draw: boolean): { push: number; squeeze: number } {
  if (!draw) {
    const chance = normalSurvival(margin - t)
    const push = chance < 1e-300 ? margin - t : normalDensity(t - margin) / chance
    return { push, squeeze: push * (push + t - margin) }
  }
  const chance = normalCdf(margin - t) - normalCdf(-margin - t)
  if (chance < 1e-300) return { push: Math.sign(t) * (margin - Math.abs(t)), squeeze: 1 }
  const [low, high] = [normalDensity(-margin - t), normalDensity(margin - t)]
  const push = (low - high) / chance
  return { push, squeeze: push * push + ((margin - t) * high + (margin + t) * low) / chance }
}

/** The players' skills, given what was said about their team's performance. */
function passDown(team: readonly Participant[], said: Message, beta: number, drift: number): Skill[] {
  const whole = performanceOf(team, beta, drift)
  const teamMean = whole.shift / whole.precision
  return team.map((player) => {
    const share = shareOf(player)
    const prior = player.deviation ** 2 + drift ** 2
    // Of the team's performance, all but this player's skill is noise.
    const others = teamMean - share * player.mean
    const noise = 1 / whole.precision - share ** 2 * prior
    const weight = 1 + said.precision * noise
    const precision = 1 / prior + (share ** 2 * said.precision) / weight
    const shift = player.mean / prior + (share * (said.shift - said.precision * others)) / weight
    return { mean: shift / precision, deviation: Math.sqrt(1 / precision) }
  })
}

function times(a: Message, b: Message): Message {
  return { precision: a.precision + b.precision, shift: a.shift + b.shift }
}

function distance(a: Message, b: Message): number {
  return Math.max(Math.abs(a.precision - b.precision), Math.abs(a.shift - b.shift))
}

/** The determinant of a positive matrix, and b' A^-1 b, by elimination. */
function eliminate(matrix: number[][], b: readonly number[]): { determinant: number; quadratic: number } {
  const rows = matrix.map((row) => [...row])
  const right = [...b]
  let determinant = 1
  let quadratic = 0
  for (const [i, row] of rows.entries()) {
    const pivot = row[i] ?? 1
    determinant *= pivot
    quadratic += (right[i] ?? 0) ** 2 / pivot
    for (let j = i + 1; j < rows.length; j += 1) {
      const factor = (rows[j]?.[i] ?? 0) / pivot
      for (let k = i; k < rows.length; k += 1) {
        const target = rows[j]
        if (target !== undefined) target[k] = (target[k] ?? 0) - factor * (row[k] ?? 0)
      }
      right[j] = (right[j] ?? 0) - factor * (right[i] ?? 0)
    }
  }
  return { determinant, quadratic }
}
