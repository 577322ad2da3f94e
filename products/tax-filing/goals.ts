import { auc, calibrationError, goal, mean, rate } from 'holon'
import { meter } from './decision.ts'

const shown = meter.experience.isOneOf('meter', 'review')

/** Called wrong by the person; who says nothing does not call it wrong. */
const called = meter.feedback.wrong.known().and(meter.feedback.wrong.is(true))

/** Customers who file here again the year after. */
const returning = goal('returning customers', {
  layer: 'organization',
  why: 'A customer who comes back pays for this year’s work next year.',
  unit: '%',
  measure: rate(meter.feedback.returned.is(true), { per: 'person' }),
  atLeast: 0.6,
})

/** What people pay for audit support. */
const guaranteeIncome = goal('income from the guarantee', {
  layer: 'organization',
  why: 'Audit support is the one thing sold here.',
  unit: 'dollars a return',
  measure: mean(meter.feedback.guarantee),
  atLeast: 3,
})

/** Returns that are finished. */
const completion = goal('returns finished', {
  layer: 'leading',
  why: 'Who gives up does not come back.',
  unit: '%',
  measure: rate(meter.feedback.filed.is(true)),
  atLeast: 0.75,
  supports: [{ goal: returning, expected: 'raises', lag: '1 year' }, guaranteeIncome],
})

/** How the filing was liked. */
const satisfaction = goal('satisfaction', {
  layer: 'leading',
  why: 'People come back to what they liked.',
  unit: 'stars',
  measure: mean(meter.feedback.stars),
  atLeast: 4,
  supports: [{ goal: returning, expected: 'raises', lag: '1 year' }],
})

/** A meter is there and has grounds to stand on. */
const foundedMeter = goal('a well-founded meter', {
  layer: 'system',
  why: 'A meter that is missing or fallen back helps nobody.',
  unit: '%',
  measure: rate(shown.and(meter.degraded.not())),
  atLeast: 0.9,
  supports: [satisfaction],
})

/** Wrong readings as people see them. */
const fewComplaints = goal('few readings called wrong', {
  layer: 'system',
  why: 'A reading that people dispute costs their trust in the rest.',
  unit: '%',
  measure: rate(called, { among: shown }),
  atMost: 0.1,
  supports: [satisfaction],
})

/** People who mend a line after being asked to look at it. */
const fixedLines = goal('lines fixed before filing', {
  layer: 'user',
  why: 'An error found at home costs a minute, one found by an examiner months.',
  unit: '%',
  measure: rate(meter.feedback.fixedLine.is(true), { among: meter.experience.is('review') }),
  atLeast: 0.25,
  supports: [completion, foundedMeter],
})

/** Change of worry on a scale from -2 (calmer) to 2 (more worried). */
const lessWorry = goal('less worry', {
  layer: 'user',
  why: 'Filing taxes is frightening enough.',
  unit: 'points',
  measure: mean(meter.feedback.worry),
  atMost: -0.2,
  supports: [satisfaction, completion],
})

/** The model tells returns that would be changed from those that would not. */
const discrimination = goal('discrimination of the risk model', {
  layer: 'model',
  why: 'A meter that cannot tell returns apart is a decoration.',
  unit: 'AUC',
  measure: auc(meter.prediction, meter.feedback.adjusted),
  atLeast: 0.8,
  supports: [foundedMeter, fixedLines],
})

/** A stated risk of 30 % comes true in 30 of 100 cases. */
export const calibration = goal('calibration of the risk model', {
  layer: 'model',
  why: 'The number on the meter must mean what it says.',
  unit: '%',
  measure: calibrationError(meter.prediction, meter.feedback.adjusted, { bins: 10 }),
  atMost: 0.1,
  supports: [foundedMeter, lessWorry],
})

/** All goals, from what the owner wants down to what the model can do. */
export const goals = [
  returning,
  guaranteeIncome,
  completion,
  satisfaction,
  foundedMeter,
  fewComplaints,
  fixedLines,
  lessWorry,
  discrimination,
  calibration,
]
