import { type FlightUnit, HolonError, type PowerDocument, type PowerOptions } from 'holon'

import { measured } from '../as-sql.ts'
import { systemParam, tell } from '../openapi/told.ts'
import { numberOf, periodOf, textOf } from '../query.ts'
import { described, integer, number, ref, text, time, word } from '../schemas/build.ts'
import type { Resource } from '../served.ts'

/** `GET /systems/{system}/goals/{goal}/power`: what a flight for a goal takes. */
export const power: Resource = (app, { systems, patience }) => {
  app.get<{ Params: { system: string; goal: string } }>(
    '/systems/:system/goals/:goal/power',
    told,
    (request, reply): Promise<PowerDocument | string> => {
      const { system, goal } = request.params
      const options = optionsIn(request.query)
      const running = systems.named(system)
      return measured(request, reply, { running, patience }, (on) => on.power(goal, options))
    },
  )
}

const numbers = [
  ...['effect', 'power', 'alpha', 'arms', 'share', 'correlation'],
  ...['baseline', 'variance', 'unitsPerDay'],
]

function optionsIn(query: unknown): PowerOptions {
  const given = numbers.flatMap((name) => {
    const value = numberOf(query, name)
    return value === undefined ? [] : [[name, value] as const]
  })
  const unit = unitOf(textOf(query, 'unit'))
  return { ...Object.fromEntries(given), ...(unit !== undefined && { unit }), ...periodOf(query) }
}

const units: readonly FlightUnit[] = ['person', 'episode', 'decision']

function unitOf(name: string | undefined): FlightUnit | undefined {
  const unit = units.find((one) => one === name)
  if (unit !== undefined || name === undefined) return unit
  throw new HolonError('request-invalid', `No flight assigns "${name}".`, `Give one of: ${units.join(', ')}.`)
}

const told = tell({
  summary: 'What a flight for a goal takes',
  description:
    'How many units, and days, a flight needs to find an effect on a goal, by a test that is looked at once and by one that is looked at whenever one likes; and which effects are found after how many days. Baseline, variance and units a day are measured, unless they are given.',
  tag: 'systems',
  says: 'The plans, and what they rest on.',
  answer: ref('Power'),
  sql: true,
  params: { ...systemParam, goal: described('Name of a goal.', text) },
  query: {
    effect: described('Smallest difference worth finding; a tenth of the baseline if not given.', number),
    power: described('Probability of finding it; 0.8 if not given.', number),
    alpha: described('Probability of finding one where there is none; 0.05 if not given.', number),
    arms: described('Arms of equal size, the control among them; 2 if not given.', integer),
    share: described('Share of all units that take part; 1 if not given.', number),
    correlation: described(
      'Of what a unit does before and after it met the flight (CUPED); 0 if not given.',
      number,
    ),
    unit: described('What stays in its arm.', word(...units)),
    baseline: described('In place of the measured one.', number),
    variance: described('Of one unit, in place of the measured one.', number),
    unitsPerDay: described('In place of those measured.', number),
    from: described('Measures decisions from this time on; the last 28 days if not given.', time),
    to: described('Measures decisions before this time.', time),
  },
})
