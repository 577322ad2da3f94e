import type { Detectable, PowerDocument, PowerMeasured, PowerPlan } from 'holon'

import {
  described,
  integer,
  type JsonSchema,
  list,
  number,
  object,
  orNull,
  text,
  truth,
  word,
} from './build.ts'

const known = orNull(number)

/** Components about flights that are planned. */
export const powerSchemas: Readonly<Record<string, JsonSchema>> = {
  PowerPlan: object<PowerPlan>({
    test: described(
      '`fixed`: looked at once, at the end; `always-valid`: as often as one likes.',
      word('fixed', 'always-valid'),
    ),
    adjusted: described('Whether what units did before is taken out (CUPED).', truth),
    units: described('Over all arms.', orNull(integer)),
    days: known,
    curve: described(
      'The smallest effect that is found after so many days; null where none is.',
      list(object<Detectable>({ days: number, units: number, effect: known })),
    ),
  }),
  Power: object<PowerDocument>({
    ...{ goal: text, valueUnit: text, unit: word('person', 'episode', 'decision') },
    measured: described(
      'What the log says; null where it says nothing.',
      object<PowerMeasured>({
        baseline: known,
        variance: known,
        units: integer,
        days: number,
        unitsPerDay: known,
      }),
    ),
    assumed: described(
      'What is reckoned with: as asked, as measured, or the usual.',
      object<PowerDocument['assumed']>({
        ...{ power: number, alpha: number, arms: integer, share: number, correlation: number },
        ...{ effect: known, baseline: known, variance: known, unitsPerDay: known },
      }),
    ),
    plans: list({ $ref: 'PowerPlan#' }),
    words: text,
  }),
}
