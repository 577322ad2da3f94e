import { goal, mean, rate } from 'holon'
import type { Patrol } from './decision.ts'

/** All goals, from what the city wants down to what the model can do. */
export function goalsOf(patrol: Patrol) {
  const went = patrol.feedback.patrolled.is(true)
  const byForecast = patrol.experience.isOneOf('forecast', 'suggest')

  const complaints = goal('complaints after a patrol', {
    layer: 'organization',
    why: 'A police that people complain of is not called when it is needed.',
    unit: '%',
    measure: rate(patrol.feedback.complained.is(true), { among: went }),
    atMost: 0.05,
  })
  const alike = goal('residents who feel treated like others', {
    layer: 'leading',
    why: 'Complaints come late, and from those who still believe in them.',
    unit: '%',
    measure: rate(patrol.feedback.likeOthers.is(true)),
    atLeast: 0.8,
    supports: [{ goal: complaints, expected: 'lowers', lag: '1 month' }],
  })
  const stops = goal('people stopped in a patrol', {
    layer: 'leading',
    why: 'Every stop without a reason is a complaint, or one that is not made.',
    unit: 'people',
    measure: mean(patrol.feedback.stopped, { among: went }),
    atMost: 2,
    supports: [{ goal: complaints, expected: 'raises', lag: '1 month' }],
  })
  const found = goal('incidents discovered by a patrol', {
    layer: 'system',
    why: 'What such systems are sold by. It says nothing: with equal crime it is the same wherever patrols go.',
    unit: 'incidents',
    measure: mean(patrol.feedback.found, { among: went }),
    atLeast: 0.3,
  })
  const withPlan = goal('rounds decided without a fallback', {
    layer: 'system',
    why: 'The rota is for bad days.',
    unit: '%',
    measure: rate(patrol.degraded.not().and(patrol.guarded().not())),
    atLeast: 0.95,
    supports: [alike],
  })
  const answered = goal('reports in a round with a patrol near', {
    layer: 'user',
    why: 'Who calls wants somebody to come soon.',
    unit: 'reports',
    measure: mean(patrol.feedback.reported, { among: went }),
    atLeast: 0.25,
    supports: [alike],
  })
  const concentration = goal('forecast share where it sends patrols', {
    layer: 'model',
    why: 'A seventh with equal crime. It rises as the forecast comes to believe the echo of its own patrols.',
    unit: '%',
    measure: mean(patrol.prediction, { among: byForecast }),
    atMost: 0.18,
    supports: [
      { goal: alike, expected: 'lowers', lag: '1 month' },
      { goal: answered, expected: 'lowers' },
    ],
  })
  return { complaints, alike, stops, found, withPlan, answered, concentration }
}
