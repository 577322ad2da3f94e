import { component, defineSystem, environment, loop, person } from 'holon'
import { lists, phishingModel, reader, visit } from './decision.ts'
import { assumedRate } from './domain/base-rate.ts'
import { discrimination, goals, passedStops, precision } from './goals.ts'
import { desk, report, reviewer } from './report.ts'

const browsing = person('person who browses', {
  wants: 'to be where they think they are, and not to be bothered',
})
const owner = person('owner of a site', { wants: 'visitors who are not turned away without a reason' })
const attackers = person('attackers', { wants: 'that their page is opened and looks like another' })

const web = environment('web', {
  assumed: `${assumedRate * 100} % of the addresses that people open and no list knows are phishing`,
})

/** The product: lists and a reader of addresses, with one learned part, before a page is shown. */
export const safeBrowsing = defineSystem('safe-browsing', {
  title: 'Safe browsing',
  purpose: 'People notice before a page is shown that its address is not what it seems.',
  people: [browsing, owner, reviewer, attackers],
  environment: [web],
  components: [
    lists,
    reader,
    desk,
    component('browser extension', {
      does: 'asks before a page is shown, and goes on with lists and model alone while the server is away',
      uses: [lists, reader],
    }),
    component('page that checks an address', {
      does: 'shows what is seen in an address, and why it matters',
      uses: [reader],
    }),
  ],
  decisions: [visit, report],
  goals,
  loops: [
    loop('attackers adapt', {
      from: visit,
      through: attackers,
      to: phishingModel,
      delay: '1 week',
      effect: 'reinforcing',
      watchedBy: discrimination,
      brokenBy:
        'lists that do not look at letters, and signs that an address cannot do without if it is to deceive',
    }),
    loop('people learn to click through', {
      from: visit,
      through: browsing,
      to: phishingModel,
      delay: '1 month',
      effect: 'reinforcing',
      watchedBy: passedStops,
      brokenBy:
        'a cost of interrupting that grows with every interruption, so that worn people are stopped for graver reasons only',
    }),
    loop('reports become labels', {
      from: report,
      through: reviewer,
      to: phishingModel,
      delay: '3 months',
      effect: 'balancing',
      watchedBy: precision,
      brokenBy: 'a reviewer who judges each address alone; being warned of, passed or reported is no label',
    }),
  ],
})
