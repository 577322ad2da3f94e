import type { ArmChange, FlightDocument } from 'holon'

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
