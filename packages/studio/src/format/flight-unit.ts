import type { FlightUnit } from 'holon'

/** What one unit is called, and several of them. */
export const unitWords: Readonly<Record<FlightUnit, readonly [one: string, several: string]>> = {
  person: ['person', 'people'],
  episode: ['episode', 'episodes'],
  decision: ['decision', 'decisions'],
}

/** So many units, in words: `1 person`, `1,204 people`. */
export function countWords(count: number, unit: FlightUnit): string {
  const [one, several] = unitWords[unit]
  return `${Math.round(count).toLocaleString('en-US')} ${count === 1 ? one : several}`
}
