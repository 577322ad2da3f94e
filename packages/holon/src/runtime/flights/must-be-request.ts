import { HolonError } from '../../spec/error.ts'
import type { ArmInit, FlightRequest } from '../../spec/flight.ts'

/** Every word of a request; the compiler sees to it that none is forgotten. */
const words: Readonly<Record<keyof FlightRequest, true>> = {
  ...{
    name: true,
    about: true,
    decision: true,
    unit: true,
    arms: true,
    factors: true,
    share: true,
    layer: true,
  },
  ...{
    among: true,
    counts: true,
    holdout: true,
    main: true,
    guards: true,
    margins: true,
    worth: true,
    plannedUnits: true,
    judge: true,
  },
  ...{ by: true, reason: true },
}
const armWords: Readonly<Record<keyof ArmInit, true>> = {
  ...{ variant: true, model: true, experiences: true, weight: true },
}
const units = ['person', 'episode', 'decision']
const countings = ['decided', 'exposed']

const invalid = (what: string, fix: string) => new HolonError('input-invalid', what, fix)

/**
 * Refuses what is no request, for it may come from a file: a misspelt word would be a flight that does something else, and
 * a guardrail that an arm leaves out nobody may leave out.
 *
 * @throws HolonError `input-invalid`
 */
export function mustBeRequest(request: FlightRequest): void {
  mustSay('A flight', request, words)
  for (const word of ['name', 'about', 'by', 'reason'] as const) {
    if (typeof request[word] !== 'string') throw invalid(`The flight has no \`${word}\`.`, 'Give it as text.')
  }
  const { unit = 'person', counts = 'decided', arms = {}, factors = {}, margins = {} } = request
  if (!units.includes(unit)) throw invalid(`"${unit}" is no unit.`, `Use one of ${units.join(', ')}.`)
  if (!countings.includes(counts)) throw invalid(`No unit counts "${counts}".`, 'Use decided or exposed.')
  for (const [goal, margin] of Object.entries(margins)) {
    if (!(Number.isFinite(margin) && margin > 0))
      throw invalid(
        `The margin of "${goal}" is ${margin}.`,
        'Give a number above 0, in the unit of the goal.',
      )
  }
  const levels = Object.values(factors).flatMap((one) => Object.entries(one))
  for (const [name, arm] of [...Object.entries(arms), ...levels]) mustSay(`The arm "${name}"`, arm, armWords)
}

function mustSay(what: string, said: object, known: Readonly<Record<string, true>>): void {
  const strange = Object.keys(said).find((word) => !Object.hasOwn(known, word))
  if (strange === undefined) return
  throw invalid(`${what} says "${strange}", which means nothing.`, `Use ${Object.keys(known).join(', ')}.`)
}
