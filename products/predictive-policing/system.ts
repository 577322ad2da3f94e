import { component, defineSystem, environment, fairness, loop, person } from 'holon'
import { alarm, file, forecast, patrolBy, planner, residents, rota } from './decision.ts'
import { type Way, ways } from './domain/way.ts'
import { goalsOf } from './goals.ts'

const crews = person('crews', { wants: 'to be sent where they are needed' })
const council = person('city council', { wants: 'less crime, and a police that all residents call' })

const crime = environment('crime', {
  assumed:
    'does not move within a year, whether patrols come or not; as much in every neighbourhood at first',
})
const city = environment('city', {
  assumed: 'invented: seven neighbourhoods with as many residents each, and nothing else to tell them apart',
})

/** The product for one way of turning what is on file into patrols. */
export function policingBy(way: Way) {
  const patrol = patrolBy(way)
  const goals = goalsOf(patrol)
  return defineSystem('predictive-policing', {
    title: 'Predictive policing',
    purpose:
      'Shows how a forecast of crime that learns from patrols comes to believe its own echo, and what stops it. Not to be deployed.',
    people: [residents, planner, crews, council],
    environment: [crime, city],
    components: [
      file,
      rota,
      alarm,
      component('dispatch desk', {
        does: 'asks for every neighbourhood before every round, files each night what came of it',
        uses: [file, rota, alarm],
      }),
      component('emergency number', {
        does: 'answers calls and sends help, whatever the forecast says',
        inside: false,
      }),
    ],
    decisions: [patrol],
    goals: Object.values(goals),
    fairness: [
      fairness('patrols by neighbourhood', {
        why: 'a patrol stops people, and there is as much crime in every neighbourhood',
        groups: { neighbourhood: patrol.context.neighbourhood },
        benefit: patrol.feedback.patrolled.is(true).not(),
      }),
    ],
    loops: [
      loop('patrols discover where they are sent', {
        from: patrol,
        through: crime,
        to: forecast,
        delay: '1 day',
        effect: 'reinforcing',
        acts: ['forecast', 'suggest'],
        influences: [patrol.context.found, patrol.prediction],
        unit: patrol.context.neighbourhood,
        watchedBy: goals.concentration,
        brokenBy:
          'learning from what does not depend on the patrols: reports of residents, or patrols drawn by lot; or dividing by the chance of a patrol',
      }),
      loop('residents who are stopped call less', {
        from: patrol,
        through: residents,
        to: file,
        delay: '1 month',
        effect: 'balancing',
        acts: ['forecast', 'suggest', 'lot'],
        influences: [patrol.feedback.reported],
        unit: patrol.context.neighbourhood,
        watchedBy: goals.alike,
        brokenBy: 'fewer stops without a reason; a survey that asks whether people would call',
      }),
    ],
  })
}

/** The product as such systems are usually sold, so that its loop can be seen. */
export const predictivePolicing = policingBy(ways.counts)
