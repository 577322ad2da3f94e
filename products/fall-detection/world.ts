import { createClient } from '@holon/client'
import type { Surroundings } from '@holon/embedded'
import type { Random } from 'holon'
import { momentsIn } from './domain/moment.ts'
import { isFall, type Pastime, simulate } from './domain/simulate.ts'
import type { Noticed } from './noticed.ts'
import { noticedIn } from './noticing.ts'
import type { fallDetection } from './system.ts'

/** A day of a wearer is pressed into a few seconds, and a month too. */
const between = { lives: 1_500, looking: 1_000, afterwards: 3_000 } as const

/** How often what happens in this world: falls are far more frequent than in life. */
const often: readonly (readonly [Pastime, number])[] = [
  ['fall', 0.12],
  ['stumble', 0.06],
  ['table', 0.34],
  ['drop', 0.08],
  ['sit', 0.2],
  ['walk', 0.2],
]

/** What only the world knows of a stretch of somebody's life. */
export interface Happening {
  readonly pastime: Pastime
  readonly fell: boolean
  /** What the watch would send of it. */
  readonly noticed: readonly Noticed[]
}

type Around = Pick<Surroundings<typeof fallDetection>, 'random' | 'pause' | 'signal'>
type FallClient = ReturnType<typeof createClient<typeof fallDetection>>
type AlarmId = NonNullable<Parameters<FallClient['exposure']>[0]>

/**
 * Simulated wearers who fall, knock at tables and live on, and their caretakers. They use the public API, answer some
 * of what they are asked, and let the ladder do the rest. They are labelled as simulated by their subject.
 */
export async function people({ address, ...around }: Surroundings<typeof fallDetection>): Promise<void> {
  const client = createClient<typeof fallDetection>({ url: address, system: 'fall-detection' })
  const living = new Set<Promise<void>>()
  for (let n = 1; !around.signal.aborted; n++) {
    const number = 1 + Math.floor(around.random.next() * 40)
    const happening = happeningOf(around.random, `Simulated wearer ${number}`)
    const subject = `simulated-wearer-${number}`
    const episode = `simulated-${n}-${nonce(around.random)}`
    const done = live(client, happening, subject, episode, around)
    const life = done.finally(() => living.delete(life))
    living.add(life)
    await around.pause(between.lives * (0.5 + around.random.next()))
  }
  await Promise.allSettled(living)
  await client.close()
}

const nonce = (random: Random): number => Math.floor(random.next() * 1e9)

/** Draws what happens to somebody. */
export function happeningOf(random: Random, wearer = 'Somebody'): Happening {
  const pastime = pastimeAt(random.next())
  const noticed = momentsIn(simulate(pastime, random)).flatMap(
    (moment) => noticedIn(moment, wearer, 'world') ?? [],
  )
  return { pastime, fell: isFall(pastime), noticed }
}

/** The pastime whose share of 0 to 1 holds the place. */
function pastimeAt(place: number): Pastime {
  let reached = 0
  for (const [pastime, share] of often) {
    reached += share
    if (place < reached) return pastime
  }
  return 'walk'
}

async function live(
  client: FallClient,
  { fell, noticed: [first] }: Happening,
  subject: string,
  episode: string,
  around: Around,
): Promise<void> {
  if (first === undefined) return
  const { random, pause } = around
  const chance = (probability: number): boolean => random.next() < probability
  const answer = await client.decide('fall-alarm', first, { subject, episode, fallback: 'nothing' })
  if (answer.id === null) return
  const { id } = answer
  if (answer.experience === 'ask') {
    client.exposure(id)
    await pause(4_000 + 16_000 * random.next())
    if (fell && chance(0.4)) client.feedback(id, 'needsHelp', true)
    else if (chance(fell ? 0.2 : 0.75)) client.feedback(id, 'fine', true)
  }
  const came = await somebodyCame(client, fell, episode, around)
  await pause(between.afterwards * random.next())
  if (chance(0.8)) client.feedback(id, 'fellReally', fell)
  if (fell) {
    client.feedback(id, 'helped', came || chance(0.5))
    if (came) client.feedback(id, 'minutes', Math.round(4 + 14 * random.next()))
  }
  if (answer.experience === 'ask' && chance(0.5)) client.feedback(id, 'bother', fell || chance(0.6) ? 1 : -1)
  if (chance(0.3)) client.feedback(id, 'worn', chance(0.92))
}

/** Watches an episode until it is over, as whoever is called. Answers whether somebody came. */
async function somebodyCame(
  client: FallClient,
  fell: boolean,
  episode: string,
  { random, pause, signal }: Around,
): Promise<boolean> {
  const looks = random.next() < 0.85
  const patience = 8_000 + 40_000 * random.next()
  let waited = 0
  while (!signal.aborted) {
    const standing = await client.episode(episode).catch(() => undefined)
    const called = standing?.steps.find(({ record }) => record.experience === 'caretaker')?.record.id as
      | AlarmId
      | undefined
    const isOver = standing?.next === undefined
    if (called !== undefined && (isOver || (looks && waited >= patience))) {
      client.feedback(called, 'going', fell && !isOver)
      if (!isOver && !fell) client.feedback(called, 'falseAlarm', true)
    }
    const last = standing?.steps.at(-1)?.record
    if (last?.experience === 'emergency') client.feedback(last.id as AlarmId, 'confirmed', fell)
    if (isOver) return last?.experience === 'emergency'
    if (called !== undefined && looks && waited >= patience) return true
    await pause(between.looking)
    if (called !== undefined) waited += between.looking
  }
  return false
}
