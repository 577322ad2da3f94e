import type { ArmChange, FlightDocument, FlightState, FlightUnit } from 'holon'

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

/** How a flight stands, in a word. */
export const stateWords: Readonly<Record<FlightState, string>> = {
  running: 'running',
  stopped: 'stopped',
  kept: 'kept',
}

/** What an arm changes, in few words; `as declared` where it changes nothing. */
export function changeWords({ variant, model, experiences = {} }: ArmChange): string {
  const tuned = Object.keys(experiences)
  const parts = [
    ...(variant === undefined ? [] : [`variant ${variant}`]),
    ...(model === undefined ? [] : [`model ${model}`]),
    ...(tuned.length === 0 ? [] : [`numbers of ${tuned.join(', ')}`]),
  ]
  return parts.length === 0 ? 'as declared' : parts.join(', ')
}

/** What a flight changes, in one line. */
export function flightWords({ holdout, decision, arms }: FlightDocument): string {
  if (holdout === true) return 'Kept from every change, at every decision point'
  const changes = [...new Set(arms.map(changeWords))].filter((one) => one !== 'as declared')
  return `${decision ?? ''}: ${changes.length === 0 ? 'nothing' : changes.join(' · ')}`
}
