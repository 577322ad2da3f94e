import type {
  FairnessDeclaration,
  FairnessDimension,
  FairnessDocument,
  FairnessEstimate,
  FairnessGroup,
  FairnessGrouping,
  FairnessNumber,
  FairnessReport,
  FairnessReversal,
  FairnessStanding,
} from 'holon'
import {
  anyObject,
  described,
  integer,
  type JsonSchema,
  list,
  number,
  object,
  orNull,
  pair,
  text,
  truth,
  word,
} from './build.ts'

const expression = described('A value of a decision, as measures write it.', anyObject)

const dimension = object<FairnessDimension>({ name: text, of: expression })

/** What is looked at, as declared. */
export const fairnessDeclaration = object<FairnessDeclaration>(
  {
    name: text,
    why: text,
    decision: text,
    groups: list(dimension),
    benefit: described('What counts as having been treated well.', expression),
    strata: list(dimension),
    per: word('decision', 'person'),
    minimum: described('Fewer observations give no number.', number),
    tolerance: described('Largest difference of shares that counts as none.', number),
  },
  { deserved: expression, score: expression, waits: expression, among: expression },
)

const estimate = object<FairnessEstimate>({
  value: described('Null below the minimum.', orNull(number)),
  interval: described('At 95 %.', orNull(pair)),
  n: integer,
})

const numbers: Readonly<Record<FairnessNumber, JsonSchema>> = {
  benefit: described('Treated well.', estimate),
  known: described('Known what was deserved.', estimate),
  deserved: described('Deserving, of those where it is known.', estimate),
  recall: described('Treated well, of the deserving.', estimate),
  falsePositive: described('Treated well, of the others.', estimate),
  precision: described('Deserving, of those treated well.', estimate),
  omission: described('Deserving, of those not treated well.', estimate),
  overstated: described('Mean of stated score minus deserving.', estimate),
  miscalibrated: described('Expected calibration error of the score.', estimate),
  waits: described('Mean wait.', estimate),
}

const group = object<FairnessGroup>({
  is: described('Its value in each way to tell people apart.', list(text)),
  n: integer,
  tooSmall: truth,
  numbers: object<FairnessGroup['numbers']>({}, numbers),
  met: list(object<FairnessGroup['met'][number]>({ experience: text, share: estimate })),
})

const standing = object<FairnessStanding>({
  definition: word(
    'demographic-parity',
    'disparate-impact',
    'equal-opportunity',
    'equalized-odds',
    'calibration',
    'equal-waits',
  ),
  status: word('holds', 'broken', 'inconclusive'),
  value: orNull(number),
  interval: described('Simultaneous at 95 % over all pairs of groups.', orNull(pair)),
  between: list(text),
  because: text,
})

const reversal = object<FairnessReversal>({
  strata: text,
  verdict: word('reverses', 'vanishes', 'appears'),
  between: { ...list(text), minItems: 2, maxItems: 2 },
  inAll: estimate,
  within: estimate,
  by: list(object<FairnessReversal['by'][number]>({ stratum: text, first: estimate, second: estimate })),
  words: text,
})

const grouping = object<FairnessGrouping>(
  {
    by: list(text),
    groups: list(group),
    elsewhere: described('Observations of no group that is told.', integer),
    standings: list(standing),
    incompatible: described('What cannot hold together, in words.', orNull(text)),
    reversals: list(reversal),
  },
  { untold: described('How these fare; they take part in no comparison.', group) },
)

/** Components that tell how groups fare. */
export const fairnessSchemas: Readonly<Record<string, JsonSchema>> = {
  Fairness: object<FairnessDocument>({
    decision: text,
    reports: list(
      object<FairnessReport>({
        name: text,
        why: text,
        minimum: integer,
        tolerance: number,
        groupings: list(grouping),
        notices: list(text),
      }),
    ),
  }),
}
