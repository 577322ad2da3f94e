import { goal, mean, quantile, rate } from 'holon'
import { toast } from './toast.ts'

const judged = toast.feedback.verdict.known()
const heated = toast.experience.isOneOf('toast', 'dial')

/** Households that still use it. */
const kept = goal('toasters still in use', {
  layer: 'organization',
  why: 'A toaster that ends in a cupboard sells no second one.',
  unit: '%',
  measure: rate(toast.feedback.returned.is(true), { per: 'person' }),
  atLeast: 0.8,
})

/** No alarm in a kitchen because of a toast. */
const noAlarm = goal('no smoke alarms', {
  layer: 'organization',
  why: 'One fire would end the company, and deserve to.',
  unit: '%',
  measure: rate(toast.feedback.smokeAlarm.is(true), { among: heated }),
  atMost: 0.001,
})

/** Would people leave it alone with their breakfast? */
const trust = goal('trust', {
  layer: 'leading',
  why: 'Who stands beside a toaster to watch it has bought nothing.',
  unit: 'of 5',
  measure: mean(toast.feedback.trust),
  atLeast: 4,
  supports: [{ goal: kept, expected: 'raises', lag: '1 month' }],
})

/** Bread that was thrown away. */
const waste = goal('slices thrown away', {
  layer: 'leading',
  why: 'A slice in the bin is remembered longer than ten good ones.',
  unit: '%',
  measure: rate(toast.feedback.thrownAway.is(true), { among: heated }),
  atMost: 0.05,
  supports: [
    { goal: kept, expected: 'lowers', lag: '1 month' },
    { goal: noAlarm, expected: 'raises' },
  ],
})

/** Toasts that ran as the model planned them, no guardrail and no dial. */
const asPlanned = goal('toasts as planned', {
  layer: 'system',
  why: 'Guardrails are for bad days; on a good day they have nothing to do.',
  unit: '%',
  measure: rate(toast.experience.is('toast').and(toast.guarded().not()).and(toast.degraded.not())),
  atLeast: 0.8,
  supports: [trust],
})

/** What a toast takes from the mains. */
const energy = goal('energy of a toast', {
  layer: 'system',
  why: 'Nobody wants to pay for a hot kitchen.',
  unit: 'Wh',
  measure: mean(toast.feedback.wattHours, { among: heated }),
  atMost: 45,
  supports: [{ goal: kept, expected: 'lowers' }],
})

/** Toasts called right by those who ate them. */
const right = goal('toasts called right', {
  layer: 'user',
  why: 'Toast as one likes it, without a thought.',
  unit: '%',
  measure: rate(toast.feedback.verdict.is('right'), { among: judged }),
  atLeast: 0.8,
  supports: [trust, { goal: waste, expected: 'lowers' }],
})

/** Toasts called too dark: those that cannot be mended. */
const tooDark = goal('toasts called too dark', {
  layer: 'user',
  why: 'Too light goes down once more; too dark goes into the bin.',
  unit: '%',
  measure: rate(toast.feedback.verdict.is('tooDark'), { among: judged }),
  atMost: 0.1,
  supports: [{ goal: waste, expected: 'raises' }],
})

/** How far colours come out from where they were aimed. */
const aimedWell = goal('colour missed by the model', {
  layer: 'model',
  why: 'Three units are hardly seen, five are.',
  unit: 'units',
  measure: mean(toast.feedback.missed, { among: toast.experience.is('toast') }),
  atMost: 3,
  supports: [
    { goal: right, expected: 'lowers' },
    { goal: asPlanned, expected: 'lowers' },
  ],
})

/** The worst twentieth of them. */
export const seldomFarOff = goal('colour missed, one in twenty', {
  layer: 'model',
  why: 'What is remembered are the worst ones.',
  unit: 'units',
  measure: quantile(0.95, toast.feedback.missed, { among: toast.experience.is('toast') }),
  atMost: 8,
  supports: [{ goal: tooDark, expected: 'raises' }],
})

/** All goals, from what the maker wants down to what the model can do. */
export const goals = [kept, noAlarm, trust, waste, asPlanned, energy, right, tooDark, aimedWell, seldomFarOff]
