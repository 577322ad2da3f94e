import type { Draw, Fading, Willingness } from 'holon/world'

/** An applicant of the world. */
export interface Applicant {
  /** Standard normal; hidden. */
  readonly ability: number
  readonly firstInFamily: boolean
  /** Cost of coaching: whoever is the first in the family has less money and nobody to ask. */
  readonly coachingCost: number
  /** From 0, would never be coached, to 1, would always. */
  readonly pliable: number
  readonly willing: Willingness
  /** 0 to 1; kept from one application to the next. */
  trust: number
}

/** A reader of the world. */
export interface Reader {
  readonly name: string
  /** Log-odds by which they are stricter than others. */
  readonly strict: number
  /** Minutes for a file, in the middle. */
  readonly pace: number
  /** How much they lean on a number that is there, 0 to 1. */
  readonly leans: number
  tired: Fading
}

/** What everybody shares: the readers, and what is known of those admitted before. */
export interface Campus {
  readonly readers: readonly Reader[]
  readonly admitted: { readonly day: number; readonly standing: number }[]
  /** Letters with reasons so far: from them one learns what counts. */
  reasons: number
}

/** Draws an applicant. Ability does not depend on family; means do. */
export function drawApplicant(draw: Draw): Applicant {
  const firstInFamily = draw.chance(0.3)
  return {
    ability: draw.normal(0, 1),
    firstInFamily,
    coachingCost: firstInFamily ? 7.2 : 4.8,
    pliable: draw.next(),
    willing: { usually: draw.uniform(0.2, 0.5), angry: 0.6 },
    trust: draw.beta(6, 4),
  }
}

/** Draws the readers of a programme. */
export const drawCampus = (draw: Draw): Campus => ({
  readers: Array.from({ length: 6 }, (_, i) => ({
    name: `reader-${i + 1}`,
    strict: draw.normal(0, 0.25),
    pace: draw.logNormal(14, 0.2),
    leans: draw.beta(4, 5),
    tired: { level: 0, at: 0 },
  })),
  admitted: [],
  reasons: 0,
})
