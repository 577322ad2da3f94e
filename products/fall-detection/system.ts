import { component, defineSystem, environment, loop, person } from 'holon'
import { alarm, caretaker, dispatch, fallModel, moments, plainRule, street, wearer } from './decision.ts'
import { calibration, falseCalls, goals, needlessQuestions } from './goals.ts'

const family = person('family', { wants: 'to worry less' })
const crew = person('emergency service', {
  wants: 'to be called when it is needed, and to know what happened',
})
const network = environment('network', {
  assumed: 'reaches the server within seconds most of the time; the watch asks by itself when it does not',
})

const face = component('watch face', {
  does: 'asks with a countdown, takes the answer, and has a button to call for help; asks by itself without the server',
  uses: [moments, plainRule],
})
const desk = component('caretaker’s page', {
  does: 'says who, what happened, since when, and takes the answer',
})

/** The product: a watch that notices a fall, asks, and calls those who can help. */
export const fallDetection = defineSystem('fall-detection', {
  title: 'Fall detection',
  purpose: 'Who falls is found within minutes, and who does not is left alone.',
  people: [wearer, caretaker, family, crew],
  environment: [street, network],
  components: [moments, plainRule, face, desk, dispatch],
  decisions: [alarm],
  goals,
  loops: [
    loop('the watch comes off', {
      from: alarm,
      through: wearer,
      to: moments,
      delay: '1 month',
      effect: 'reinforcing',
      watchedBy: needlessQuestions,
      brokenBy: 'the budget of seven questions a week, and the cost of interrupting that grows with each one',
    }),
    loop('the caretaker stops looking', {
      from: alarm,
      through: caretaker,
      to: desk,
      delay: '1 week',
      effect: 'reinforcing',
      watchedBy: falseCalls,
      brokenBy: 'the wearer is asked first, and the call says what was felt and what was not answered',
    }),
    loop('who answers teaches', {
      from: alarm,
      through: wearer,
      to: fallModel,
      delay: '3 months',
      effect: 'balancing',
      watchedBy: calibration,
      brokenBy: 'plain falls are asked about whatever the model says, and the button finds what it missed',
    }),
  ],
})
