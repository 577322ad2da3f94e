import { component, defineSystem, environment, loop, person } from 'holon'
import { goals, seldomFarOff } from './goals.ts'
import { heat, watch } from './heat.ts'
import { scale, tastes, timeModel, toast } from './toast.ts'

const eater = person('eater', { wants: 'toast as they like it, without a thought' })
const household = person('household', { wants: 'a kitchen without smoke, and without watching the toaster' })
const maker = person('maker', { wants: 'toasters that stay in use, and never in the news' })
const engineer = person('safety engineer', { wants: 'safety that does not hang on a model' })

const bread = environment('bread', { assumed: 'bought sliced, 8 to 18 mm thick, never toasted before' })
const kitchen = environment('kitchen', {
  assumed: '10 to 35 C, mains within a tenth of their nominal voltage',
})

const fuse = component('thermal fuse', {
  does: 'melts once at 192 C and opens the circuit for good; no wire leads from it to the software',
  inside: false,
})
const element = component('heater', {
  does: 'turns current into heat, and holds the lift by its magnet',
  inside: false,
})

/** The product: a toaster with one learned part, in a house where people sleep. */
export const smartToaster = defineSystem('smart-toaster', {
  title: 'Smart toaster',
  purpose: 'Toast comes out as its eater likes it, and the kitchen is safe whatever the model says.',
  people: [eater, household, maker, engineer],
  environment: [bread, kitchen],
  components: [
    scale,
    tastes,
    watch,
    element,
    fuse,
    component('actuator', {
      does: 'asks every guardrail once more before the heater, and turns it off when nobody permits heat for 200 ms',
      uses: [element],
    }),
  ],
  decisions: [toast, heat],
  goals,
  loops: [
    loop('a person adapts their wish to the machine', {
      from: toast,
      through: eater,
      to: timeModel,
      delay: '1 week',
      effect: 'reinforcing',
      watchedBy: seldomFarOff,
      brokenBy:
        'the eye measures colour by itself, so that a wish that moved does not pass for a model that hit',
    }),
    loop('verdicts only where it was eaten', {
      from: toast,
      through: eater,
      to: timeModel,
      delay: '1 hour',
      effect: 'reinforcing',
      watchedBy: seldomFarOff,
      brokenBy:
        'what was thrown away comes back as an outcome of its own, and a taste is drawn towards the mean of all',
    }),
  ],
})
