import { plainFallFrom, restBelow } from './plain-fall.ts'
import { range, type Shape } from './shape.ts'

/** What the sensor felt, in sentences for somebody who was not there; the most telling first. */
export function tellMoment(shape: Shape): readonly string[] {
  return [blow(shape), way(shape), turn(shape), afterwards(shape)].filter((sentence) => sentence !== '')
}

function blow({ impact, knocks }: Shape): string {
  const hard = impact >= plainFallFrom.impact ? 'A hard blow' : impact >= 1.5 ? 'A blow' : 'A light blow'
  const strength = impact >= range ? `${range} g or more` : `${impact.toFixed(1)} g`
  const more = knocks === 0 ? '' : knocks === 1 ? ', and another one near it' : `, and ${knocks} more near it`
  return `${hard} (${strength})${more}.`
}

function way({ speed, loose }: Shape): string {
  if (speed < 1.5) return ''
  const free = loose >= 0.2 ? `, for ${loose.toFixed(1)} s nearly in free fall` : ''
  return `Before it the wrist moved at ${speed.toFixed(1)} m/s${free}.`
}

function turn({ turned }: Shape): string {
  return turned >= plainFallFrom.turned ? `It then lay turned by ${Math.round(turned / 10) * 10}°.` : ''
}

function afterwards({ stirring, fidgeting }: Shape): string {
  if (stirring > restBelow.stirring || fidgeting > restBelow.fidgeting) return 'The wrist went on moving.'
  return stirring < 0.05 && fidgeting < 10 ? 'No movement after that.' : 'Little movement after that.'
}
