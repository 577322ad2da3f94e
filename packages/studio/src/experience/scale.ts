import type { Line } from './lines.ts'

/** A stretch of values. */
export type Domain = readonly [least: number, most: number]

/** 1, 2 or 5 times a power of ten, the largest that is not above a size. */
export function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size))
  const lead = size / power
  return (lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power
}

/** Round values in a domain, at most about so many. */
export function ticksOf([least, most]: Domain, about: number): readonly number[] {
  const size = (most - least) / about
  const under = roundStep(size)
  const step = [1, 2, 2.5, 5].map((times) => times * under).find((one) => one >= size * (1 - 1e-9)) ?? size
  const first = Math.ceil(least / step - 1e-9)
  const last = Math.floor(most / step + 1e-9)
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  )
}

/**
 * The worths to draw: all ends of the lines, except those so far below that they would flatten what the choice depends
 * on; these are drawn at the lower edge.
 */
export function worthDomain(lines: readonly Line[], lowestBest: number): Domain {
  const ends = lines.flatMap(({ whenTrue, whenFalse }) => [whenTrue, whenFalse])
  const top = Math.max(...ends)
  const span = Math.max(top - lowestBest, Math.abs(top) * 1e-6, 1e-6)
  const low = Math.max(Math.min(...ends), lowestBest - 2 * span)
  const room = (top - low || 1) * 0.08
  return [low - room, top + room]
}

/** By how much a value moves with one press of a key: about a two-hundredth of what is drawn. */
export const stepOf = ([least, most]: Domain): number => roundStep((most - least) / 150)

/** The nearest multiple of a step. */
export const snapped = (value: number, step: number): number =>
  Number((Math.round(value / step) * step).toPrecision(12))

/** The place of a value on a stretch of pixels. */
export const placed = ([least, most]: Domain, [from, to]: Domain, value: number): number =>
  from + ((value - least) / (most - least)) * (to - from)
