import type { Random } from 'holon'
import { type AnswerMoment, defineVerification } from 'holon/verify'
import { drawFrom } from 'holon/world'
import type { PageAsked } from './decision.ts'
import { knownBadHosts } from './domain/lists/known-bad.ts'
import { knownGoodSites } from './domain/lists/known-good.ts'
import { type Looked, look } from './looked.ts'
import { safeBrowsing } from './system.ts'
import { openedBy } from './world/address.ts'

type Answered = AnswerMoment<typeof safeBrowsing>

/** Holds of a visit to an address; of what is none, and of reports, there is nothing to promise. */
const ofVisit =
  (holds: (looked: Looked, experience: 'nothing' | 'note' | 'warning', moment: Answered) => boolean) =>
  (moment: Answered): boolean => {
    if (moment.decision !== 'visit') return true
    const looked = look(moment.context.address)
    return looked === undefined || holds(looked, moment.answer.experience, moment)
  }

/** What must hold of every answer, whatever the model says. */
export const verification = defineVerification(safeBrowsing, {
  invariants: [
    {
      name: 'a known bad host is stopped',
      holds: ofVisit(({ standing }, experience) => standing !== 'known-bad' || experience === 'warning'),
    },
    {
      name: 'a known good site is left alone',
      holds: ofVisit(({ standing }, experience) => standing !== 'known-good' || experience === 'nothing'),
    },
    {
      name: 'an address that pretends to be another is not passed over',
      holds: ofVisit(
        ({ standing, trick }, experience) => standing !== 'unknown' || !trick || experience !== 'nothing',
      ),
    },
    {
      name: 'no stop rests on a number that was not calibrated',
      holds: ofVisit(
        ({ standing }, experience, { record }) =>
          experience !== 'warning' ||
          standing === 'known-bad' ||
          record.predictions.some(({ calibrated }) => calibrated),
      ),
    },
    {
      name: 'a front page without a trick is not stopped',
      holds: ofVisit(
        ({ standing, frontPage, trick }, experience) =>
          experience !== 'warning' || standing === 'known-bad' || !frontPage || trick,
      ),
    },
    {
      name: 'nobody is stopped for words, codes and letters alone, or noted for next to nothing',
      holds: ofVisit(
        ({ standing, against }, experience) =>
          standing !== 'unknown' ||
          experience === 'nothing' ||
          against === 'ground' ||
          (against === 'hints' && experience === 'note'),
      ),
    },
  ],
  contexts: { visit: drawAsked },
})

/** Addresses that schemas alone would never draw: of the lists, with tricks, front pages, hacked shops, and none at all. */
function drawAsked(random: Random): PageAsked {
  const draw = drawFrom(random)
  const address = draw.one([
    () => openedBy(draw).address,
    () => `https://${draw.one([...knownGoodSites])}/login`,
    () => `http://${draw.one([...knownBadHosts])}/`,
    () => 'https://paypal-fans.example/',
    () => 'https://paypal.com.account-check.example/',
    () => 'https://bakery.example/account/login',
    () => 'https://bakery.example/invoice/9f93454a172c41e9ccf1d7d3',
    () => 'https://bakery.example/wp-includes/paypal/signin.php',
    () => 'no address',
  ])()
  return { address, from: draw.one(['extension', 'page', 'simulation']) }
}
