import { begins, defineWorld, every, lateLabels, poisson, season, shift } from 'holon/world'
import { visit } from './decision.ts'
import { report } from './report.ts'
import { safeBrowsing } from './system.ts'
import { browserOf } from './world/browser.ts'
import { lie, review } from './world/report.ts'
import { settings } from './world/settings.ts'
import { openPage } from './world/visit.ts'

/** People who browse, pages that are not what they seem, attackers who lie, and a reviewer. */
export const world = defineWorld(safeBrowsing, {
  about:
    'People open pages, meet notes and warnings, leave or go on, and learn only by going on that it was for nothing: that wears their trust, and some switch it off. Lists find out within days what some of the pages were. An attacker reports pages of their own as harmless, and a reviewer answers disputes. All shares of behaviour are assumptions but the one that names its source.',
  start: '2026-03-02',
  people: 40,
  days: 120,
  settings,
  person: browserOf,
  environment: () => ({ disputed: new Map() }),
  happenings: {
    page: {
      arrivals: poisson<typeof settings>({
        perPersonPerDay: ({ hour, settings: { pages } }) => pages * wakefulness(hour),
      }),
      story: openPage,
    },
    lie: {
      arrivals: poisson<typeof settings>({ perDay: ({ settings: { lies } }) => lies }),
      who: 'nobody',
      story: lie(1),
    },
    flood: {
      dormant: true,
      arrivals: poisson<typeof settings>({ perDay: 300 }),
      who: 'nobody',
      story: lie(40),
    },
    shift: { arrivals: every('4 hours'), who: 'nobody', story: review },
  },
  scenarios: {
    'new names': {
      about: 'Within two weeks most phishing imitates names that are on no list.',
      changes: [shift('unlisted', { to: 0.9, at: '40 %', over: '2 weeks' })],
    },
    'attackers adapt': {
      about: 'Over a month phishing comes to be on pages whose address bears no sign.',
      changes: [shift('plain', { to: 0.9, at: '30 %', over: '1 month' })],
    },
    wave: {
      about: 'One page in four is phishing for a fifth of the time.',
      changes: [shift('phishing', { to: 0.25, at: '40 %' }), shift('phishing', { to: 0.05, at: '60 %' })],
    },
    'calm web': {
      about: 'Phishing is as rare as the system assumes: one page in a hundred.',
      changes: [shift('phishing', { to: 0.01, at: 'day 0' })],
    },
    'pay days': {
      about: 'Phishing swings with the month: half as much again when wages come, half of it between.',
      changes: [season('phishing', { by: 0.5, period: '1 month' })],
    },
    'flood of lies': {
      about: 'Forty attackers report hundreds of their pages as harmless, for five days.',
      changes: [begins('flood', { at: '40 %', lasting: '5 days' })],
    },
    'slow lists': {
      about: 'From the middle on lists need three weeks longer to confirm a page.',
      changes: [lateLabels({ names: ['confirmedPhishing'], by: '21 days', at: '50 %' })],
    },
  },
  versions: {
    'never tires': {
      about: 'Interrupting costs the same however often somebody was interrupted lately.',
      system: {
        ...safeBrowsing,
        decisions: [{ ...visit, habituation: { halfLife: '1 day', growth: 0 } }, report],
      },
    },
    'words may stop': {
      about: 'Without the guardrail by which words, codes and letters alone stop nobody.',
      system: {
        ...safeBrowsing,
        decisions: [
          { ...visit, guardrails: visit.guardrails.filter(({ name }) => name !== 'words alone stop nobody') },
          report,
        ],
      },
    },
    'notes only': {
      about: 'Nobody is stopped by the model, only noted.',
      system: withWarning({ right: 0 }),
    },
  },
  pace: { arrival: '900 milliseconds', longestWait: '4 seconds' },
})

/** Share of a day's pages by the hour, so that they sum to one over a day. */
const wakefulness = (hour: number): number => (hour < 6 ? 0.1 : 1.3)

/** The system, with another worth of the warning. */
function withWarning(worth: { readonly right: number }): typeof safeBrowsing {
  const experiences = visit.experiences.map((one) => (one.name === 'warning' ? { ...one, ...worth } : one))
  return { ...safeBrowsing, decisions: [{ ...visit, experiences }, report] }
}
