import type { Random } from 'holon'
import { type Draw, drawFrom } from 'holon/world'
import { brands } from '../domain/lists/brands.ts'
import { knownGoodSites, openSites } from '../domain/lists/known-good.ts'

/** An address somebody opens, and what only the world knows about it. */
export interface Opened {
  readonly address: string
  readonly phishing: boolean
}

/** How addresses are mixed; shares from 0 to 1. */
export interface Mixture {
  readonly phishing: number
  /** Of pages that are not phishing. */
  readonly knownGood: number
  /** Of these, where a payment comes back to: honest, and with a known name in the path of another site. */
  readonly payments: number
  /** Of phishing: without any sign, and with names on no list. */
  readonly plain: number
  readonly unlisted: number
}

const usual: Mixture = { phishing: 0.2, knownGood: 0.6, payments: 0.12, plain: 0.2, unlisted: 0 }

/** Draws an address somebody opens. All that are not of the lists are under endings reserved for examples. */
export function openedBy(random: Random, mixture: Mixture = usual): Opened {
  const draw = drawFrom(random)
  if (draw.chance(mixture.phishing)) return { address: phishingAddress(draw, mixture), phishing: true }
  const site = draw.chance(mixture.knownGood)
    ? draw.one(wellKnown)
    : `${draw.one(trades)}-${draw.one(places)}.example`
  const page = draw.chance(mixture.payments) ? 'paypal/confirm/order' : draw.one(pages)
  return { address: `https://${site}/${page}`, phishing: false }
}

/** Draws the address of a page that deceives. */
export function phishingAddress(draw: Draw, { plain, unlisted }: Mixture = usual): string {
  const victim = `${draw.one(places)}-${draw.one(trades)}.example`
  if (draw.chance(plain)) return `http://${victim}/new/page.html`
  const name = draw.chance(unlisted) ? draw.one(strangers) : draw.one(brands).name
  const code = Math.floor(draw.next() * 2 ** 52).toString(16)
  return draw.one([
    `http://${name}.com.account-${draw.one(pages).slice(0, 3)}.example/signin`,
    `http://${victim}/wp-includes/${name}/login/index.php`,
    `https://${victim}/${name}/verify/${code}`,
    `https://secure-${name}-update.example/confirm.php?email=me@mail.example`,
  ])
}

const wellKnown = [...knownGoodSites].filter((site) => !openSites.has(site))
const trades = ['bakery', 'florist', 'cycles', 'books', 'garage', 'yoga', 'joinery', 'opticians'] as const
const places = ['hill', 'harbour', 'mill', 'bridge', 'park', 'station', 'market', 'river'] as const
const pages = [
  '',
  'opening-hours',
  'products/12',
  'login',
  'account/orders',
  'contact',
  'news/2026/spring',
] as const
/** Names of nobody, as those of tomorrow are. */
const strangers = ['crownledger', 'nimbuspay', 'parcelhawk', 'voltwallet', 'medishare', 'rentlark'] as const
