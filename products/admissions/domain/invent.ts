import { sigmoid } from 'holon/stats'
import type { Draw } from 'holon/world'
import type { Application } from './application.ts'

/** How files come about in an invented world. */
export interface Making {
  /** How much the entry test says about ability; usually 0.75. */
  readonly testTells: number
  /** Points by which a new format of the test moves everybody. */
  readonly testMoves: number
  /** Ranks by which somebody's school is lower for reasons that are not ability. */
  readonly schoolLower: number
}

/**
 * The file of an applicant of some ability (standard normal): facts follow it with noise, about as often and as widely as
 * in the data of 500 applications.
 */
export function fileOf(ability: number, making: Making, draw: Draw): Application {
  const follows = (tells: number) => tells * ability + Math.sqrt(1 - tells * tells) * draw.normal(0, 1)
  const gpa = within(8.58 + 0.6 * follows(0.85), 6.8, 9.92)
  return {
    gpa: Math.round(100 * gpa) / 100,
    letters: halves(3.48 + 0.92 * follows(0.6)),
    research: draw.chance(sigmoid(0.25 + 0.9 * ability)),
    gre: Math.round(within(316.5 + making.testMoves + 11.3 * follows(making.testTells), 290, 340)),
    toefl: Math.round(within(107.2 + 6.1 * follows(0.7), 92, 120)),
    statement: halves(3.37 + 0.99 * follows(0.6)),
    school: Math.round(within(3.1 - making.schoolLower + 1.14 * follows(0.55), 1, 5)),
  }
}

/** The chance that somebody of some ability does well in the first year: the hidden truth. */
export const chanceOf = (ability: number): number => sigmoid(1.05 + 0.75 * ability)

const halves = (value: number): number => Math.round(2 * within(value, 1, 5)) / 2
const within = (value: number, from: number, to: number): number => Math.min(to, Math.max(from, value))
