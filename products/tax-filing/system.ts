import { component, defineSystem, environment, fairness, loop, person } from 'holon'
import { engine, interview, meter, riskModel } from './decision.ts'
import { calibration, goals } from './goals.ts'

const filer = person('filer', { wants: 'a correct return, the refund due, and no fear of the tax office' })
const owner = person('owner of the service', { wants: 'customers who come back' })
const support = person('support staff', { wants: 'to be asked only what the page could not answer' })
const office = person('tax office', { wants: 'complete and correct returns' })

const law = environment('tax law', { assumed: 'the law of the tax year stands once the year is over' })
const examinations = environment('examinations', {
  assumed: 'who is examined depends on income and return, hardly on what our meter said',
})

/** The product: tax software of the ordinary kind, with one learned part. */
export const taxFiling = defineSystem('tax-filing', {
  title: 'Tax filing',
  purpose: 'People file a correct federal return in minutes, and know which lines deserve a second look.',
  people: [filer, owner, support, office],
  environment: [law, examinations],
  components: [
    interview,
    engine,
    component('answers on the device', {
      does: 'keeps what was typed in the browser until the person deletes it',
      uses: [interview],
    }),
    component('summary to print', {
      does: 'the return line by line, with the reason of every amount',
      uses: [engine],
    }),
  ],
  decisions: [meter],
  goals,
  fairness: [
    fairness('needless second looks by household', {
      why: 'a second look costs a minute and some worry, which should not fall on some ways to live more than on others; known of those who like to say',
      groups: { household: meter.feedback.household },
      benefit: meter.experience.is('review').not(),
      deserved: meter.feedback.adjusted.is(false),
      score: meter.prediction.times(-1).plus(1),
      per: 'person',
      minimum: 30,
    }),
  ],
  loops: [
    loop('what is measured is managed', {
      from: meter,
      through: filer,
      to: riskModel,
      delay: '1 year',
      effect: 'balancing',
      watchedBy: calibration,
      brokenBy: 'the 2 % of decisions drawn at random, whose people saw a reading the policy had not chosen',
    }),
  ],
})
