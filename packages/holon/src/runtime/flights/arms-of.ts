import { holdoutArms } from '../../decide/flight/assign.ts'
import { HolonError } from '../../spec/error.ts'
import type { ArmChange, ArmInit, FlightArm, FlightDocument, FlightRequest } from '../../spec/flight.ts'
import { mustBeName } from './must-be-name.ts'

const invalid = (what: string, fix: string) => new HolonError('input-invalid', what, fix)

/** The arms of a flight with everything filled in, the control first. @throws HolonError `input-invalid` */
export function armsOf(request: FlightRequest): Pick<FlightDocument, 'arms' | 'factors'> {
  const { arms, factors, holdout, share } = request
  if (holdout === true) {
    if (arms === undefined && factors === undefined) return { arms: heldAndOpen(share) }
    throw invalid('A holdout has no arms of its own.', 'Leave out `arms` and `factors`.')
  }
  if ((arms === undefined) === (factors === undefined)) {
    throw invalid('A flight has either `arms` or `factors`.', 'Give one of them.')
  }
  const made = factors === undefined ? weighed(arms ?? {}) : crossed(factors)
  const [, another] = made
  if (another === undefined) {
    throw invalid(
      `The flight has ${made.length === 1 ? 'one arm' : 'no arms'}, so there is nothing to compare.`,
      'Give it two arms or more; the first is the control: `{ plain: {}, calm: { variant: "calm" } }`.',
    )
  }
  for (const { name } of made) mustBeName('an arm', name)
  return { arms: made, ...(factors !== undefined && { factors: Object.keys(factors) }) }
}

const heldAndOpen = (share: number): readonly FlightArm[] => [
  { name: holdoutArms.held, share },
  { name: holdoutArms.open, share: 1 - share },
]

function weighed(arms: Readonly<Record<string, ArmInit>>): readonly FlightArm[] {
  const entries = Object.entries(arms)
  const wrong = entries.find(([, { weight = 1 }]) => !(weight > 0 && Number.isFinite(weight)))
  if (wrong !== undefined) {
    throw invalid(`The arm "${wrong[0]}" has the weight ${wrong[1].weight}.`, 'Give a number above 0.')
  }
  const sum = entries.reduce((total, [, { weight = 1 }]) => total + weight, 0)
  return entries.map(([name, { weight = 1, ...change }]) => ({
    name,
    share: weight / sum,
    ...changeOf(change),
  }))
}

type Factors = NonNullable<FlightRequest['factors']>
type Levels = NonNullable<FlightArm['levels']>

/** Every combination of levels, the last factor changing fastest. */
function crossed(factors: Factors): readonly FlightArm[] {
  const combinations = Object.entries(factors).reduce<readonly Levels[]>(
    (sofar, [factor, levels]) =>
      sofar.flatMap((before) => Object.keys(levels).map((level) => ({ ...before, [factor]: level }))),
    [{}],
  )
  const arms = combinations.map((levels) => ({
    name: Object.values(levels).join('-'),
    share: 1 / combinations.length,
    levels,
    ...merged(factors, levels),
  }))
  const names = arms.map(({ name }) => name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice === undefined) return arms
  throw invalid(`Two combinations of levels are called "${twice}".`, 'Choose other names for the levels.')
}

function merged(factors: Factors, levels: Levels): ArmChange {
  const changes = Object.entries(levels).map(([factor, level]) => changeOf(factors[factor]?.[level] ?? {}))
  const touched = changes.flatMap(({ variant, model, experiences }) => [
    ...(variant === undefined ? [] : ['the variant']),
    ...(model === undefined ? [] : ['the model']),
    ...Object.keys(experiences ?? {}).map((name) => `the utilities of "${name}"`),
  ])
  const twice = touched.find((what, at) => touched.indexOf(what) !== at)
  if (twice !== undefined) {
    throw invalid(`Two factors change ${twice}.`, 'Let each factor change something of its own.')
  }
  const experiences = Object.assign({}, ...changes.map((one) => one.experiences))
  return changeOf({ ...Object.assign({}, ...changes), experiences })
}

/** What is known of a change, and nothing else. */
const changeOf = ({ variant, model, experiences }: ArmChange): ArmChange => ({
  ...(variant !== undefined && { variant }),
  ...(model !== undefined && { model }),
  ...(experiences !== undefined && Object.keys(experiences).length > 0 && { experiences }),
})
