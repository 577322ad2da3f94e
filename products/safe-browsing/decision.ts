import {
  allow,
  component,
  decision,
  expectedUtility,
  type FillMoment,
  HolonError,
  model,
  probability,
  replace,
} from 'holon'
import { z } from 'zod'
import { longest } from './domain/address.ts'
import { atRate } from './domain/base-rate.ts'
import { look, told } from './looked.ts'
import { AddressFeatures } from './model/features.ts'
import { worth } from './worth.ts'

export const lists = component('lists', {
  does: 'says which sites are known good and which hosts known bad',
})
export const reader = component('address reader', {
  does: 'takes an address apart and reads the signs in it',
})

export const phishingModel = model('phishing', {
  does: 'estimates how likely an address is one of phishing, from its letters',
  features: AddressFeatures,
  predicts: probability(),
  deadline: '5 milliseconds',
  uses: [reader],
  owner: 'safety team',
})

/** What is asked before a page is shown. */
export const PageAsked = z.object({
  address: z.string().max(longest).meta({ title: 'Address', dataClass: 'personal' }),
  from: z.enum(['extension', 'page', 'simulation']).meta({ title: 'Asked by', dataClass: 'public' }),
})
export type PageAsked = z.infer<typeof PageAsked>

/** What a person is told with a note or a warning. */
export const Told = z.object({
  /** The site as it may be shown. */
  site: z.string(),
  known: z.enum(['known-good', 'known-bad', 'unknown']),
  /** What speaks against the address, the gravest first. */
  reasons: z.array(z.string()).max(6),
})
export type Told = z.infer<typeof Told>

const nowhere: Told = { site: '', known: 'unknown', reasons: [] }

const tell = ({ context, explanation }: FillMoment<PageAsked, number>): Told => {
  const looked = look(context.address)
  if (looked === undefined) return nowhere
  const { address } = looked
  const reasons = told(address, explanation).map(({ says }) => says)
  const listed =
    looked.standing === 'known-bad' ? ['It is on the list of addresses known for deceiving people.'] : []
  return {
    site: address.shownHost,
    known: looked.standing,
    reasons: [...listed, ...reasons].slice(0, 6),
  }
}

const chance = ({ prediction }: { readonly prediction: number }): number => atRate(prediction)

/** Faults are public: it does not say what was asked about. */
const noAddress = new HolonError(
  'input-invalid',
  'What is asked about is no web address.',
  'Give one of http or https.',
)

/** The one place where an address becomes something a person meets. */
export const visit = decision('visit', {
  does: 'says nothing, notes or stops, before a page is shown',
  context: PageAsked,
  example: { address: 'https://paypal.com.account-check.example/signin', from: 'page' },
  model: phishingModel.from(({ address }: PageAsked) => {
    const looked = look(address)
    // Without an address there are no features: the fallback answers.
    if (looked === undefined) throw noAddress
    return looked.signs
  }),
  uses: [lists, reader],
  experiences: {
    nothing: { style: 'silent' },
    note: {
      style: 'annotate',
      forcefulness: 0.2,
      ...worth.note,
      chance,
      undo: 'close the note',
      parameters: Told,
      fill: tell,
      text: ({ parameters }) => `Look twice at ${parameters.site}.`,
    },
    warning: {
      style: 'prompt',
      forcefulness: 0.9,
      ...worth.warning,
      chance,
      undo: 'visit the page anyway',
      parameters: Told,
      fill: tell,
      text: ({ parameters }) => `${parameters.site} may be deceiving you.`,
    },
  },
  policy: expectedUtility(),
  habituation: { halfLife: '1 day', growth: 0.5 },
  guardrails: [
    {
      name: 'known bad is stopped',
      promise: 'A host on the list of known bad ones is always stopped, whatever the model says.',
      check: ({ context, action }) =>
        action.experience !== 'warning' && look(context.address)?.standing === 'known-bad'
          ? replace('warning', 'the host is on the list of known bad ones')
          : allow(),
    },
    {
      name: 'known good is left alone',
      promise: 'A page of a site on the list of known good ones is never noted or stopped.',
      check: ({ context, action }) =>
        action.experience !== 'nothing' && look(context.address)?.standing === 'known-good'
          ? replace('nothing', 'the site is on the list of known good ones')
          : allow(),
    },
    {
      name: 'tricks are never silent',
      promise:
        'An address that pretends to be another gets a note at least, also from a model that sees nothing in it.',
      check: ({ context, action }) => {
        if (action.experience !== 'nothing') return allow()
        const looked = look(context.address)
        return looked?.trick === true && looked.standing === 'unknown'
          ? replace('note', 'the address pretends to be another')
          : allow()
      },
    },
    {
      name: 'nobody is stopped without calibration',
      promise: 'A model that is not calibrated stops nobody.',
      check: ({ context, action, calibrated }) =>
        action.experience === 'warning' && !calibrated && look(context.address)?.standing !== 'known-bad'
          ? replace('note', 'the model is not calibrated')
          : allow(),
    },
    {
      name: 'a front page is not stopped for its name',
      promise: 'The front page of a site is stopped only if a list knows it or it pretends to be another.',
      check: ({ context, action }) => {
        if (action.experience !== 'warning') return allow()
        const looked = look(context.address)
        const bare = looked?.frontPage === true && looked.standing === 'unknown' && !looked.trick
        return bare ? replace('note', 'the model has seen next to no front pages') : allow()
      },
    },
    {
      name: 'words alone stop nobody',
      promise:
        'Words, codes and odd letters stop nobody, and one kind of them is not noted: honest logins and orders have them.',
      check: ({ context, action }) => {
        const looked = action.experience === 'nothing' ? undefined : look(context.address)
        if (looked?.standing !== 'unknown' || looked.against === 'ground') return allow()
        if (looked.against === 'little')
          return replace('nothing', 'next to nothing speaks against the address')
        return action.experience === 'warning'
          ? replace('note', 'only words, codes or letters speak against the address')
          : allow()
      },
    },
  ],
  fallback: 'nothing',
  feedback: {
    left: { value: z.boolean() },
    passed: { value: z.boolean() },
    reportedWrong: { value: z.boolean() },
    useful: { value: z.boolean(), asks: 'Was this useful?' },
    wouldType: { value: z.boolean(), asks: 'Would you type a password on this page now?' },
    kept: { value: z.boolean(), kind: 'outcome', within: '90 days', otherwise: false },
    confirmedPhishing: { value: z.boolean(), within: '30 days' },
  },
  mistakes: [
    {
      name: 'false alarm',
      harms: 'owner of a site',
      harm: 'visitors of an honest shop turn away, and its name is blackened',
      cost: 30,
      noticedBy: ['reportedWrong', 'confirmedPhishing'],
      limitedBy: [
        'known good is left alone',
        'a front page is not stopped for its name',
        'words alone stop nobody',
        'nobody is stopped without calibration',
        'the words accuse nobody',
        'visiting anyway is possible',
      ],
      owner: 'safety team',
    },
    {
      name: 'missed phishing',
      harms: 'person who browses',
      harm: 'a password or a payment is lost',
      cost: 300,
      noticedBy: ['confirmedPhishing'],
      limitedBy: ['known bad is stopped', 'tricks are never silent'],
      owner: 'safety team',
    },
    {
      name: 'warning fatigue',
      harms: 'person who browses',
      harm: 'after many warnings the one that matters is passed as well',
      cost: 60,
      noticedBy: ['passed', 'useful'],
      limitedBy: ['the cost of interrupting grows with every interruption', 'a note instead of a stop'],
      owner: 'design team',
    },
    {
      name: 'trust in silence',
      harms: 'person who browses',
      harm: 'no warning is taken for a promise that a page is safe',
      cost: 100,
      noticedBy: ['wouldType', 'confirmedPhishing'],
      limitedBy: ['there is no green sign anywhere', 'the page says that silence proves nothing'],
      owner: 'design team',
    },
    {
      name: 'watched browsing',
      harms: 'person who browses',
      harm: 'the addresses of a person are kept and tell what they do',
      cost: 100,
      noticedBy: ['reportedWrong'],
      limitedBy: [
        'known good sites are never sent by the extension',
        'addresses are sealed under a key of the person',
        'the server is on the same machine',
      ],
      owner: 'safety team',
    },
  ],
})
