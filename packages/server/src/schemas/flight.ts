import type {
  ArmChange,
  ArmInit,
  AssigningDocument,
  AssigningFlight,
  FlightArm,
  FlightDocument,
  FlightRequest,
  FlightStep,
  Judge,
  RampRequest,
  StopRequest,
  Tunings,
} from 'holon'

import {
  described,
  type JsonSchema,
  list,
  mapOf,
  number,
  object,
  oneOf,
  ref,
  text,
  time,
  truth,
  word,
  words,
} from './build.ts'

const nonEmpty = words(1000)
const name = words(100)
const share: JsonSchema = { type: 'number', minimum: 0, maximum: 1 }
const above0: JsonSchema = { type: 'number', exclusiveMinimum: 0 }
const unit = described('What is assigned as one.', word('person', 'episode', 'decision'))
const counts = described('When a unit counts.', word('decided', 'exposed'))
const signature = { by: nonEmpty, reason: nonEmpty }
const holdout = described(
  'A long-run holdout: `share` of the units get no change at all, to be compared with everybody else.',
  truth,
)

const change = {
  variant: described('A variant that the decision declares.', text),
  model: described('A version of its model.', text),
  experiences: described(
    'Other utilities of its experiences.',
    mapOf(object<Tunings[string][string]>({}, { right: number, wrong: number, interrupting: number })),
  ),
}

type JudgeOf<M extends Judge['method']> = Extract<Judge, { method: M }>

const closed = (schema: JsonSchema): JsonSchema => ({ ...schema, additionalProperties: false })

const arm = object<FlightArm>({ name: text, share }, { ...change, levels: mapOf(text) })

const goals = {
  margins: described(
    'The most harm to a goal that is tolerated, in its unit: shipped once more than that is ruled out.',
    mapOf(above0),
  ),
  main: described('The goal it is to improve.', text),
  worth: described('The smallest effect on it that is worth having, in its unit.', above0),
  plannedUnits: described('Units over all arms at which intervals are to be narrowest.', above0),
  judge: described('How it is judged; `always-valid` where nothing is said. It never changes.', ref('Judge')),
}

const assigned = {
  name,
  unit,
  arms: described('The first is the control.', list(arm)),
  key: described('16 bytes as hex under which units are hashed to an arm.', text),
  layerKey: described('16 bytes as hex under which they are hashed to a place of the layer.', text),
  places: described(
    'Places of the layer, from 0 to 1, that take part.',
    list(object<FlightDocument['places'][number]>({ from: share, to: share })),
  ),
  state: described('`kept`: it is over, and everybody gets one arm.', word('running', 'stopped', 'kept')),
}

const among = described('Who may take part, by public fields of the context.', ref('ContextExpression'))

const expression = ref('ContextExpression')
const operation = (op: readonly string[], properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  type: 'object',
  required: ['op', ...Object.keys(properties)],
  properties: { op: word(...op), ...properties },
})

const planned = {
  units: described('Units over all arms.', { type: 'integer', minimum: 1 }),
}
const before = described('Takes out what so long before explains (CUPED): `14 days`.', text)

const judge = oneOf(
  closed(
    described(
      'Look as often as you like.',
      object<JudgeOf<'always-valid'>>({ method: word('always-valid') }),
    ),
  ),
  closed(
    described(
      'One look, once so many units have come.',
      object<JudgeOf<'fixed'>>({ method: word('fixed'), ...planned }, { before }),
    ),
  ),
  closed(
    described(
      'Looks at equal steps up to so many units.',
      object<JudgeOf<'group-sequential'>>(
        {
          method: word('group-sequential'),
          ...planned,
          looks: { type: 'integer', minimum: 2, maximum: 20 },
        },
        { spending: word('obrien-fleming', 'pocock'), before },
      ),
    ),
  ),
  closed(
    described(
      'What to believe, given a normal prior of the effect as a share of the control. No error rates.',
      object<JudgeOf<'bayesian'>>({
        method: word('bayesian'),
        prior: object<JudgeOf<'bayesian'>['prior']>({ deviation: above0 }, { mean: number }),
      }),
    ),
  ),
)

/** Components about flights. */
export const flightSchemas: Readonly<Record<string, JsonSchema>> = {
  Judge: judge,
  ContextExpression: oneOf(
    operation(['literal'], { value: { anyOf: [number, text, truth] } }),
    operation(['context'], { path: { ...list(text), minItems: 1 } }),
    operation(['known', 'number', 'not'], { of: expression }),
    operation(['and', 'or'], { of: list(expression) }),
    operation(['compare'], {
      by: word('eq', 'ne', 'lt', 'le', 'gt', 'ge'),
      left: expression,
      right: expression,
    }),
    operation(['arithmetic'], {
      by: word('add', 'subtract', 'multiply', 'divide'),
      left: expression,
      right: expression,
    }),
  ),
  FlightRequest: closed(
    object<FlightRequest>(
      {
        name,
        about: described('What is changed, and why it should help.', nonEmpty),
        share: described('Share of all units that take part.', share),
        ...signature,
      },
      {
        decision: described('The decision point that the arms change; none for a holdout.', text),
        unit,
        arms: described(
          'At least two; the first is the control.',
          mapOf(closed(object<ArmInit>({}, { ...change, weight: above0 }))),
        ),
        factors: described(
          'Instead of arms: the levels of each factor, crossed.',
          mapOf(mapOf(closed(object<ArmChange>({}, change)))),
        ),
        layer: described('Flights of one layer exclude each other.', name),
        among,
        counts,
        holdout,
        guards: described('Goals that must not be harmed.', list(text)),
        ...goals,
      },
    ),
  ),
  RampRequest: closed(object<RampRequest>({ share, ...signature })),
  StopRequest: closed(
    object<StopRequest>(signature, { keep: described('The arm that everybody gets from now on.', text) }),
  ),
  Flight: object<FlightDocument>(
    {
      ...assigned,
      about: text,
      share,
      counts,
      guards: list(text),
      steps: described(
        'Oldest first.',
        list(
          object<FlightStep>({
            ...{ at: time, share, by: text, reason: text },
            did: word('start', 'ramp', 'stop', 'keep'),
          }),
        ),
      ),
    },
    { decision: text, layer: text, among, holdout, factors: list(text), kept: text, ...goals },
  ),
  Assigning: object<AssigningDocument>({
    system: text,
    flights: list(object<AssigningFlight>(assigned, { decision: text, among, holdout, kept: text })),
  }),
}
