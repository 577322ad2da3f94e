import { createClient } from '@holon/client'
import type { Surroundings } from '@holon/embedded'
import type { Random } from 'holon'
import { brands } from './domain/lists/brands.ts'
import { knownGoodSites, openSites } from './domain/lists/known-good.ts'
import type { safeBrowsing } from './system.ts'

/** One page is opened every second or so; weeks of waiting are pressed into seconds. */
const between = { pages: 900, reading: 700, lists: 5_000 } as const

/** Of pages that are opened in this world, so many are phishing: more than outside, or there would be little to see. */
const phishingShare = 0.2

/** An address somebody opens, and what only the world knows about it. */
export interface Opened {
  readonly address: string
  readonly phishing: boolean
}

type Around = Pick<Surroundings<typeof safeBrowsing>, 'random' | 'pause'>
type BrowsingClient = ReturnType<typeof createClient<typeof safeBrowsing>>

/**
 * Simulated people who open pages through the public API, meet notes and warnings, leave or pass, dispute some, and learn
 * weeks later (here seconds) what the page was. Owners of shops dispute stops; one attacker reports pages of their own
 * as harmless over and over; a reviewer answers what is in the queue. All are labelled as simulated by their subject.
 */
export async function people({
  address,
  random,
  signal,
  pause,
}: Surroundings<typeof safeBrowsing>): Promise<void> {
  const client = createClient<typeof safeBrowsing>({ url: address, system: 'safe-browsing' })
  const run = Math.floor(random.next() * 1e9)
  const waiting = new Set<Promise<void>>()
  const keep = (story: Promise<void>): void => {
    const done: Promise<void> = story.finally(() => waiting.delete(done))
    waiting.add(done)
  }
  for (let n = 1; !signal.aborted; n++) {
    const person = `simulated-${run}-${1 + Math.floor(random.next() * 20)}`
    keep(open(client, openedBy(random), person, { random, pause }))
    if (n % 10 === 0) {
      const own = { address: phishingAddress(random), phishing: true }
      keep(dispute(client, own, `simulated-${run}-attacker`, { random, pause }))
    }
    await pause(between.pages * (0.5 + random.next()))
  }
  await Promise.allSettled(waiting)
  await client.close()
}

async function open(
  client: BrowsingClient,
  opened: Opened,
  subject: string,
  { random, pause }: Around,
): Promise<void> {
  const chance = (probability: number): boolean => random.next() < probability
  const { address, phishing } = opened
  const seen = await client.decide('visit', { address, from: 'simulation' }, { subject, fallback: 'nothing' })
  if (seen.id === null) return
  const { id, experience } = seen
  await pause(between.reading * (1 + random.next()))
  if (experience === 'nothing') {
    if (chance(0.1)) client.feedback(id, 'wouldType', chance(0.2))
  } else {
    client.exposure(id)
    if (experience === 'warning') {
      const leaves = chance(phishing ? 0.85 : 0.6)
      client.feedback(id, leaves ? 'left' : 'passed', true)
      if (!phishing && chance(0.3)) {
        client.feedback(id, 'reportedWrong', true)
        await dispute(client, opened, subject, { random, pause })
      }
    }
    if (chance(0.3)) client.feedback(id, 'useful', chance(phishing ? 0.9 : 0.4))
  }
  await pause(between.lists * (1 + random.next()))
  if (phishing ? chance(0.8) : chance(0.5)) client.feedback(id, 'confirmedPhishing', phishing)
  if (chance(0.1)) client.feedback(id, 'kept', chance(0.88))
}

/** A report, and what the reviewer finds days later. */
async function dispute(
  client: BrowsingClient,
  disputed: Opened,
  subject: string,
  { pause }: Around,
): Promise<void> {
  const { address, phishing } = disputed
  const claim = phishing
    ? ({ address, claim: 'harmless', text: '', met: 'warning' } as const)
    : ({ address, claim: 'mine', text: 'This is my shop.', met: 'warning' } as const)
  const { id, experience } = await client.decide('report', claim, { subject, fallback: 'thanked' })
  if (experience !== 'queued') return
  await pause(between.lists)
  client.feedback(id, 'verdict', phishing ? 'phishing' : 'harmless')
}

/** Draws an address somebody opens. All that are not of the lists are under endings reserved for examples. */
export function openedBy(random: Random): Opened {
  if (random.next() < phishingShare) return { address: phishingAddress(random), phishing: true }
  const known = random.next() < 0.6
  const site = known ? one(wellKnown, random) : `${one(trades, random)}-${one(places, random)}.example`
  return { address: `https://${site}/${one(pages, random)}`, phishing: false }
}

function phishingAddress(random: Random): string {
  const { name } = one(brands, random)
  const victim = `${one(places, random)}-${one(trades, random)}.example`
  return one(
    [
      `http://${name}.com.account-${one(pages, random).slice(0, 3)}.example/signin`,
      `http://${victim}/wp-includes/${name}/login/index.php`,
      `https://${victim}/${name}/verify/9f93454a172c41e9ccf1d7d3`,
      `https://secure-${name}-update.example/confirm.php?email=me@mail.example`,
      `http://${victim}/new/page.html`,
    ],
    random,
  )
}

const one = <T>(of: readonly T[], random: Random): T => of[Math.floor(random.next() * of.length)] as T
const wellKnown = [...knownGoodSites].filter((site) => !openSites.has(site))
const trades = ['bakery', 'florist', 'cycles', 'books', 'garage', 'yoga', 'joinery', 'opticians']
const places = ['hill', 'harbour', 'mill', 'bridge', 'park', 'station', 'market', 'river']
/** The last is where a payment comes back to: honest, and with a known name in the path of another site. */
const pages = [
  '',
  'opening-hours',
  'products/12',
  'login',
  'account/orders',
  'contact',
  'news/2026/spring',
  'paypal/confirm/order',
]
