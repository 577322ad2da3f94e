import type { Domain } from './scale.ts'

/** Where the probability lies on a chart, and what stands beside it. */
export interface Frame {
  readonly width: number
  readonly left: number
  readonly right: number
  /** Whether there is room for the names of lines at their ends. */
  readonly named: boolean
}

/** Room for handles on both sides; where the chart is wide, for numbers on the left and names on the right too. */
export function frameOf(width: number): Frame {
  const named = width >= 600
  return named
    ? { width, left: 108, right: width - 150, named }
    : { width, left: 48, right: width - 48, named }
}

export const pixelsOf = ({ left, right }: Frame): Domain => [left, right]

/** How far apart handles stand that would cover each other, and how close is too close. */
export const handleColumn = 22
export const handleGap = 22
