/** A belief about a player's skill: normal, with this mean and standard deviation. */
export interface Skill {
  readonly mean: number
  readonly deviation: number
}

/** The skill of a player of whom nothing is known. */
export const unknownSkill: Skill = Object.freeze({ mean: 25, deviation: 25 / 3 })
