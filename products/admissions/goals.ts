import { auc, calibrationError, goal, mean, rate } from 'holon'
import { letter } from './letter.ts'
import { reading } from './reading.ts'

const { feedback, experience } = reading
const admitted = feedback.verdict.is('admit')

/** How the class does. */
const quality = goal('quality of the class', {
  layer: 'organization',
  why: 'A class that can follow learns more, and is what the programme is known for.',
  unit: 'points',
  measure: mean(feedback.grade),
  atLeast: 72,
})

/** Admitted who come. */
const takeUp = goal('yield', {
  layer: 'organization',
  why: 'Places are offered once; whom nobody wins over is missing in autumn. It pulls against quality: the strongest have other offers.',
  unit: '%',
  measure: rate(feedback.enrolled.is(true), { among: admitted }),
  atLeast: 0.45,
})

/** Admitted who are the first in their family to study, among those who like to say. */
const diversity = goal('first in the family', {
  layer: 'leading',
  why: 'A class of one kind draws the next one of that kind. It pulls against scoring what can be bought.',
  unit: '%',
  measure: rate(feedback.firstInFamily.is(true), { among: admitted }),
  atLeast: 0.25,
  supports: [{ goal: quality, expected: 'raises', lag: '1 year' }],
})

/** How fairly applicants feel treated. */
export const trust = goal('applicants feel treated fairly', {
  layer: 'leading',
  why: 'Who feels treated fairly comes when admitted, and tells others to apply when not.',
  unit: 'points of 5',
  measure: mean(letter.feedback.trust),
  atLeast: 3.5,
  supports: [{ goal: takeUp, expected: 'raises', lag: '1 month' }],
})

/** Second readers who agree with the first. */
const agreement = goal('two readers agree', {
  layer: 'system',
  why: 'Where two people who see the same differ, the verdict was chance. Measured without a score on either side.',
  unit: '%',
  measure: rate(
    feedback.second.is('admit').and(admitted).or(feedback.second.is('deny').and(admitted.not())),
    {
      among: experience.is('twice'),
    },
  ),
  atLeast: 0.65,
  supports: [quality, trust],
})

/** Appeals after which the verdict was another. */
const overturned = goal('few verdicts overturned', {
  layer: 'system',
  why: 'An appeal that wins shows what a reading missed. None at all would show that nobody listens.',
  unit: '%',
  measure: rate(letter.feedback.appealed.is('changed'), { among: letter.feedback.appealed.known() }),
  atMost: 0.3,
  supports: [{ goal: trust, expected: 'lowers' }],
})

/** Minutes of reading for a file, of all its readers. */
export const effort = goal('effort for a file', {
  layer: 'user',
  why: 'Readers who are tired read worse. It pulls against reading twice.',
  unit: 'minutes',
  measure: mean(feedback.minutes),
  atMost: 20,
  supports: [
    { goal: agreement, expected: 'lowers' },
    { goal: quality, expected: 'lowers', lag: '1 year' },
  ],
})

/** Applicants who understand how it came about. */
const understood = goal('letters understood', {
  layer: 'user',
  why: 'What is understood can be accepted, or appealed with a reason.',
  unit: '%',
  measure: rate(letter.feedback.understood.is(true)),
  atLeast: 0.7,
  supports: [trust, overturned],
})

/** The estimate means what it says, for those of whom one ever learns. */
export const calibration = goal('calibration of the score', {
  layer: 'model',
  why: 'Of a hundred such files so many should do well. Known only of those who came.',
  unit: '%',
  measure: calibrationError(reading.prediction, feedback.succeeded, { bins: 10 }),
  atMost: 0.1,
  supports: [quality, agreement],
})

/** The estimate tells those who will do well from the others. */
export const discrimination = goal('discrimination of the score', {
  layer: 'model',
  why: 'If it falls, what is scored is learned by those who are scored. Among the admitted alone it is always lower.',
  unit: 'AUC',
  measure: auc(reading.prediction, feedback.succeeded),
  atLeast: 0.6,
  supports: [quality, effort],
})

/** All goals, from what the owner wants down to what the model can do. */
export const goals = [
  quality,
  takeUp,
  diversity,
  trust,
  agreement,
  overturned,
  effort,
  understood,
  calibration,
  discrimination,
]
