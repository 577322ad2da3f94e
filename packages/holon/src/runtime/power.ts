import { goodness } from '../measure/goodness.ts'
import { ofUnits, unitsIn, usualUnit } from '../measure/power/of-units.ts'
import { type Planning, plansOf } from '../measure/power/plans.ts'
import { powerWords } from '../measure/power/words.ts'
import { HolonError } from '../spec/error.ts'
import type { Measure } from '../spec/measure.ts'
import type { PowerDocument, PowerMeasured, PowerOptions } from '../spec/power.ts'
import { unknownName } from '../spec/unknown-name.ts'
import type { DecisionPart } from '../system/decision.ts'
import type { GoalPart } from '../system/goal.ts'
import type { Inside } from './inside.ts'
import { queryOf } from './query.ts'

const day = 86_400_000
const hour = day / 24

/** How many units a flight needs to find an effect on a goal. @throws HolonError `name-unknown`, `input-invalid`, `warehouse-unavailable` */
export async function planPower(
  inside: Inside,
  name: string,
  options: PowerOptions = {},
): Promise<PowerDocument> {
  mustBePlan(options)
  const { goal, measure, part } = goalNamed(inside, name)
  const unit = options.unit ?? usualUnit(measure)
  const asked = ofUnits(name, measure, unit)
  await inside.projector.fresh()
  const measured = await measureUnits(inside, part, asked, options)
  const planning = planningOf(goal, asked, measured, options)
  const plans = plansOf(planning)
  return {
    ...{ goal: name, unit, measured, assumed: planning.assumed, plans },
    valueUnit: measure.op === 'count' || measure.op === 'sum' ? `${goal.unit} a ${unit}`.trim() : goal.unit,
    words: powerWords(planning, unit, plans, goal.unit),
  }
}

function goalNamed({ system }: Inside, name: string) {
  const goal = system.goals.find((one) => one.name === name)
  const part = system.decisions.find((one) => one.name === goal?.measure?.decision)
  if (goal === undefined)
    throw unknownName(
      'goal',
      name,
      system.goals.map((one) => one.name),
    )
  if (goal.measure === undefined || part === undefined)
    throw new HolonError('input-invalid', `Nothing measures "${name}".`, 'Declare its measure.')
  return { goal, measure: goal.measure, part }
}

async function measureUnits(
  inside: Inside,
  part: DecisionPart,
  measure: Measure,
  { from, to }: PowerOptions,
): Promise<PowerMeasured> {
  const now = inside.ports.clock.now()
  const period = { from: from ?? now - 28 * day, ...(to !== undefined && { to }) }
  const query = queryOf(inside, part, measure, period)
  const counting: Measure = { op: 'count', decision: part.name, per: 'decision' }
  const [answers, hours] = await Promise.all([
    inside.ports.warehouse.answer(query),
    inside.ports.warehouse.answer({ ...query, measure: counting, every: '1 hour' }),
  ])
  const statistics = answers[0]?.statistics
  const arm = statistics === undefined ? undefined : unitsIn(statistics)
  const units = statistics !== undefined && 'n' in statistics ? statistics.n : 0
  const began = hours.reduce((first, one) => Math.min(first, one.from ?? first), Number.POSITIVE_INFINITY)
  const end = Math.min(now, to ?? now)
  const days = Number.isFinite(began) ? Math.max(hour, end - Math.max(began, period.from)) / day : 0
  return {
    baseline: arm === undefined ? null : arm.mean,
    variance: arm === undefined || !(arm.variance > 0) ? null : arm.variance,
    ...{ units, days },
    unitsPerDay: units > 0 && days > 0 ? units / days : null,
  }
}

/** What is reckoned with: as asked, else as measured, else the usual. */
function planningOf(
  { target }: GoalPart,
  measure: Measure,
  measured: PowerMeasured,
  options: PowerOptions,
): Planning {
  const baseline = options.baseline ?? measured.baseline
  const known = options.variance ?? (isOfRows(measure) ? null : measured.variance)
  const isShare = known === null && isRate(measure)
  const down = goodness(target, -1) > goodness(target, 1)
  const tenth = baseline === null || baseline === 0 ? null : (Math.abs(baseline) / 10) * (down ? -1 : 1)
  const { power = 0.8, alpha = 0.05, arms = 2, share = 1, correlation = 0 } = options
  return {
    ...{ isShare, down },
    assumed: {
      ...{ power, alpha, arms, share, correlation, baseline },
      effect: options.effect ?? tenth,
      variance: isShare && baseline !== null ? baseline * (1 - baseline) : known,
      unitsPerDay: options.unitsPerDay ?? measured.unitsPerDay,
    },
  }
}

/** A share of the very units, of which each is a yes or no. */
const isOfRows = (measure: Measure): boolean => measure.op === 'rate' && measure.per === 'decision'

/** A rate, as it is or as a ratio of units: without anything measured, each unit is taken for one yes or no. */
const isRate = (measure: Measure): boolean =>
  measure.op === 'rate' ||
  (measure.op === 'ratio' && measure.of.op === 'number' && measure.over.op === 'literal')

function mustBePlan({ effect, arms = 2, share = 1, correlation = 0, ...rest }: PowerOptions): void {
  if (effect === 0 || (effect !== undefined && !Number.isFinite(effect)))
    throw mustBe('effect', effect, 'a number other than 0')
  if (!Number.isInteger(arms) || arms < 2 || arms > 20)
    throw mustBe('number of arms', arms, 'a whole number from 2 to 20')
  if (!(share > 0 && share <= 1)) throw mustBe('share', share, 'a number above 0 and up to 1')
  if (!(correlation >= 0 && correlation < 1))
    throw mustBe('correlation', correlation, 'a number from 0 to below 1')
  for (const [name, value] of Object.entries({ power: rest.power, alpha: rest.alpha }))
    if (value !== undefined && !(value > 0 && value < 1))
      throw mustBe(name, value, 'a number between 0 and 1')
  for (const [name, value] of Object.entries({
    variance: rest.variance,
    'number of units a day': rest.unitsPerDay,
  }))
    if (value !== undefined && !(value > 0 && Number.isFinite(value)))
      throw mustBe(name, value, 'a number above 0')
  if (rest.baseline !== undefined && !Number.isFinite(rest.baseline))
    throw mustBe('baseline', rest.baseline, 'a number')
}

const mustBe = (what: string, value: number, wanted: string): HolonError =>
  new HolonError('input-invalid', `The ${what} is ${value}.`, `Give ${wanted}.`)
