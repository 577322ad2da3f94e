import { auc, goal, quantile, rate } from 'holon'
import { visit } from './decision.ts'
import { report } from './report.ts'

const phishing = visit.feedback.confirmedPhishing.is(true)
const harmless = visit.feedback.confirmedPhishing.is(false)
const stopped = visit.experience.is('warning')

/** Passed by a click; who does not has left, also who closes the tab and says nothing. */
const passed = visit.feedback.passed.known().and(visit.feedback.passed.is(true))

/** People who still have it after three months. */
const kept = goal('kept after three months', {
  layer: 'organization',
  why: 'Whoever switches it off is protected by nothing.',
  unit: '%',
  measure: rate(visit.feedback.kept.is(true), { per: 'person' }),
  atLeast: 0.8,
})

/** Stops that people call wrong. */
const fewDisputes = goal('few warnings disputed', {
  layer: 'leading',
  why: 'A warning that is wrong is the reason to switch all of them off.',
  unit: '%',
  measure: rate(visit.feedback.reportedWrong.known().and(visit.feedback.reportedWrong.is(true)), {
    among: stopped,
  }),
  atMost: 0.05,
  supports: [{ goal: kept, expected: 'lowers', lag: '1 month' }],
})

/** Notes and warnings that were of use. */
const useful = goal('called useful', {
  layer: 'leading',
  why: 'What is useful is kept.',
  unit: '%',
  measure: rate(visit.feedback.useful.is(true)),
  atLeast: 0.7,
  supports: [{ goal: kept, expected: 'raises', lag: '1 month' }],
})

/** Phishing that did not go by in silence. */
const noticed = goal('phishing noted or stopped', {
  layer: 'system',
  why: 'That is what it is for.',
  unit: '%',
  measure: rate(visit.experience.isOneOf('note', 'warning'), { among: phishing }),
  atLeast: 0.8,
  supports: [kept, useful],
})

/** Honest pages that were stopped. */
const honestStopped = goal('honest pages stopped', {
  layer: 'system',
  why: 'Each costs a shop a visitor and a person a minute, and wears the next warning.',
  unit: '%',
  measure: rate(stopped, { among: harmless }),
  atMost: 0.01,
  supports: [{ goal: fewDisputes, expected: 'raises' }],
})

/** Time a decision takes. */
const quick = goal('99th percentile of a decision', {
  layer: 'system',
  why: 'Nobody waits for a warning; the page would be there first.',
  unit: 'ms',
  measure: quantile(0.99, visit.latency),
  atMost: 5,
  supports: [kept],
})

/** Reports a reviewer has answered. */
const answered = goal('reports answered', {
  layer: 'system',
  why: 'The owner of a stopped shop waits for it.',
  unit: '%',
  measure: rate(report.feedback.verdict.known(), { among: report.experience.is('queued') }),
  atLeast: 0.9,
  supports: [fewDisputes],
})

/** Phishing that was left once it was stopped. */
const phishingLeft = goal('stopped phishing left', {
  layer: 'user',
  why: 'A stop that is clicked away has stopped nobody.',
  unit: '%',
  measure: rate(passed.not(), { among: stopped.and(phishing) }),
  atLeast: 0.8,
  supports: [useful],
})

/** Passwords typed where nothing was said. */
const calmDistrust = goal('silence taken for safety', {
  layer: 'user',
  why: 'Silence proves nothing, and phishing is among what passes in silence.',
  unit: '%',
  measure: rate(visit.feedback.wouldType.is(true), { among: visit.experience.is('nothing') }),
  atMost: 0.3,
  supports: [{ goal: useful, expected: 'lowers' }],
})

/** The model tells phishing from the rest. */
export const discrimination = goal('discrimination of the phishing model', {
  layer: 'model',
  why: 'Cross-validated without shortcuts it is 0.89; less in use says that attackers have adapted.',
  unit: 'AUC',
  measure: auc(visit.prediction, visit.feedback.confirmedPhishing),
  atLeast: 0.8,
  supports: [noticed, honestStopped],
})

/** Stops that were right. */
export const precision = goal('stops that were right', {
  layer: 'model',
  why: 'The worth of a stop is reckoned with a chance; this is whether it comes true.',
  unit: '%',
  measure: rate(phishing, { among: stopped.and(visit.feedback.confirmedPhishing.known()) }),
  atLeast: 0.12,
  supports: [honestStopped, phishingLeft],
})

/** Stops that people pass. */
export const passedStops = goal('stops passed', {
  layer: 'user',
  why: 'People who pass one after the other no longer read them.',
  unit: '%',
  measure: rate(passed, { among: stopped }),
  atMost: 0.3,
  supports: [phishingLeft],
})

/** All goals, from what the owner wants down to what the model can do. */
export const goals = [
  kept,
  fewDisputes,
  useful,
  noticed,
  honestStopped,
  quick,
  answered,
  phishingLeft,
  calmDistrust,
  passedStops,
  discrimination,
  precision,
]
