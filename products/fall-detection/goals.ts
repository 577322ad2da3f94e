import { auc, calibrationError, goal, mean, rate } from 'holon'
import { alarm } from './decision.ts'

const { feedback, experience } = alarm
const asked = experience.is('ask')
const called = experience.is('caretaker')
const fell = feedback.fellReally.is(true)

/** A watch in a drawer helps nobody. */
const worn = goal('watches still worn', {
  layer: 'organization',
  why: 'A watch in a drawer helps nobody, and its contract ends with the month.',
  unit: '%',
  measure: rate(feedback.worn.is(true), { per: 'person' }),
  atLeast: 0.85,
})

/** Ambulances that nobody needed. */
const needless = goal('ambulances for nothing', {
  layer: 'organization',
  why: 'The service that is called in vain too often stops to come, and its bill is ours.',
  unit: '%',
  measure: rate(feedback.confirmed.is(false), { among: experience.is('emergency') }),
  atMost: 0.2,
})

/** How being asked was, from -2 (a nuisance) to 2 (good to know somebody looks). */
const bother = goal('being asked is no bother', {
  layer: 'leading',
  why: 'Whom it bothers takes the watch off some weeks later.',
  unit: 'points',
  measure: mean(feedback.bother),
  atLeast: 0,
  supports: [{ goal: worn, expected: 'raises', lag: '1 month' }],
})

/** Calls to the caretaker that were false. */
export const falseCalls = goal('few false calls to the caretaker', {
  layer: 'leading',
  why: 'Who was called in vain three times looks later the fourth time.',
  unit: '%',
  measure: rate(feedback.falseAlarm.known().and(feedback.falseAlarm.is(true)), { among: called }),
  atMost: 0.3,
  supports: [{ goal: needless, expected: 'lowers', lag: '1 month' }, worn],
})

/** Questions that were needless. */
export const needlessQuestions = goal('few needless questions', {
  layer: 'system',
  why: 'Every needless question wears on the wearer, and makes the next one easier to wave away.',
  unit: '%',
  measure: rate(feedback.fellReally.is(false), { among: asked }),
  atMost: 0.6,
  supports: [bother],
})

/** Falls that were asked about. */
const noticed = goal('falls noticed', {
  layer: 'system',
  why: 'What was not noticed is not helped.',
  unit: '%',
  measure: rate(experience.isOneOf('ask', 'caretaker', 'emergency'), { among: fell }),
  atLeast: 0.93,
  supports: [falseCalls, worn],
})

/** Alarms for which the model was there. */
const sound = goal('alarms with the model at work', {
  layer: 'system',
  why: 'The plain rule misses more, and asks more often in vain.',
  unit: '%',
  measure: rate(alarm.degraded.not()),
  atLeast: 0.99,
  supports: [noticed],
})

/** Falls that needed somebody, as far as the wearer said. */
const inNeed = fell.and(feedback.fine.known().not())

/** Falls after which somebody came, but for those that needed nobody. */
const helped = goal('help after a fall', {
  layer: 'user',
  why: 'That is what it is for.',
  unit: '%',
  measure: rate(feedback.helped.is(true), { among: inNeed }),
  atLeast: 0.9,
  supports: [worn, bother],
})

/** Falls after which somebody was there soon: of the same falls, so that whom nobody came to is among whom nobody came to soon. */
const quick = goal('help within twenty minutes', {
  layer: 'user',
  why: 'Who lies for more than an hour seldom goes home soon.',
  unit: '%',
  measure: rate(feedback.minutes.known().and(feedback.minutes.atMost(20)), {
    among: inNeed.and(feedback.helped.known()),
  }),
  atLeast: 0.8,
  supports: [helped],
})

/** The model tells falls from other strong movements. */
const discrimination = goal('discrimination of the fall model', {
  layer: 'model',
  why: 'Without it every strong movement is a question, or none.',
  unit: 'AUC',
  measure: auc(alarm.prediction, feedback.fellReally),
  atLeast: 0.95,
  supports: [noticed, needlessQuestions],
})

/** A stated chance of 70 % comes true in 70 of 100 moments that were sent. */
export const calibration = goal('calibration of the fall model', {
  layer: 'model',
  why: 'The threshold rests on it.',
  unit: '%',
  measure: calibrationError(alarm.prediction, feedback.fellReally, { bins: 10 }),
  atMost: 0.1,
  supports: [needlessQuestions],
})

/** All goals, from what the owner wants down to what the model can do. */
export const goals = [
  worn,
  needless,
  bother,
  falseCalls,
  needlessQuestions,
  noticed,
  sound,
  helped,
  quick,
  discrimination,
  calibration,
]
