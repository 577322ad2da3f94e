import { createClient } from '@holon/client'
import type { Surroundings } from '@holon/embedded'
import type { Random } from 'holon'
import { educations, employments, occupations } from './domain/about.ts'
import { filingStatuses } from './domain/filing-status.ts'
import type { TaxReturnInput } from './domain/return.ts'
import { guaranteePrice } from './meter.ts'
import type { taxFiling } from './system.ts'

/** One simulated person a second or so; years of waiting are pressed into seconds. */
const between = { people: 900, reading: 400, years: 4_000 } as const

/** A simulated person: their return, and what only the world knows about it. */
export interface Filer {
  readonly taxReturn: TaxReturnInput
  /** Probability that an examination would change the return. */
  readonly error: number
  readonly nerves: number
}

/**
 * Simulated people who file returns through the public API, meet the meter, answer some of what they are asked, and
 * are examined years later (here seconds). They are labelled as simulated by their subject.
 */
export async function people({
  address,
  random,
  signal,
  pause,
}: Surroundings<typeof taxFiling>): Promise<void> {
  const client = createClient<typeof taxFiling>({ url: address, system: 'tax-filing' })
  const waiting = new Set<Promise<void>>()
  for (let n = 1; !signal.aborted; n++) {
    const life = live(client, filerOf(random), `simulated-${n}-${Math.floor(random.next() * 1e9)}`, {
      random,
      pause,
    })
    const done = life.finally(() => waiting.delete(done))
    waiting.add(done)
    await pause(between.people * (0.5 + random.next()))
  }
  await Promise.allSettled(waiting)
  await client.close()
}

type Around = Pick<Surroundings<typeof taxFiling>, 'random' | 'pause'>
type TaxClient = ReturnType<typeof createClient<typeof taxFiling>>

async function live(
  client: TaxClient,
  filer: Filer,
  subject: string,
  { random, pause }: Around,
): Promise<void> {
  const chance = (probability: number): boolean => random.next() < probability
  const seen = await client.decide('audit-risk-meter', filer.taxReturn, {
    subject,
    episode: subject,
    fallback: 'nothing',
  })
  if (seen.id === null) return
  const { id, experience } = seen
  await pause(between.reading * (1 + 4 * random.next()))
  const wouldChange = chance(filer.error)
  let error = wouldChange
  if (experience !== 'nothing') {
    client.exposure(id)
    const alarmed = seen.parameters.level === 'high'
    if (experience === 'review') {
      const fixed = error && chance(0.55)
      client.feedback(id, 'fixedLine', fixed)
      error = error && !fixed
    }
    if (chance(0.45)) client.feedback(id, 'useful', chance(alarmed ? 0.6 : 0.85))
    if (chance(0.35))
      client.feedback(id, 'worry', alarmed && !wouldChange ? 1 : chance(filer.nerves) ? 0 : -1)
    if (alarmed && !wouldChange && chance(0.15)) client.feedback(id, 'wrong', true)
  }
  const filed = chance(experience === 'review' ? 0.82 : 0.9)
  client.feedback(id, 'filed', filed)
  if (!filed) return
  client.feedback(id, 'guarantee', chance(experience === 'meter' ? 0.2 : 0.05) ? guaranteePrice : 0)
  if (chance(0.4)) client.feedback(id, 'stars', 3 + Math.floor(random.next() * 3))
  await pause(between.years * (1 + random.next()))
  client.feedback(id, 'returned', chance(error ? 0.5 : 0.72))
  const examined = chance(0.35)
  client.feedback(id, 'examined', examined)
  if (examined) client.feedback(id, 'adjusted', wouldChange)
}

/** Draws a person. Who earns more by longer hours and higher schooling, or files jointly, errs more: so it is in this world. */
export function filerOf(random: Random): Filer {
  const one = <T>(of: readonly T[]): T => of[Math.floor(random.next() * of.length)] as T
  const status = one([...filingStatuses, 'single', 'married-jointly', 'married-jointly'] as const)
  const education = one(keys(educations))
  const occupation = one(keys(occupations))
  const hoursPerWeek = Math.round(20 + 35 * random.next())
  const income = Math.round(12_000 * Math.exp(1.6 * random.next() + 0.9 * random.next()))
  const schooled = ['Bachelor', 'Master', 'Professional', 'Doctorate'].includes(education) ? 1 : 0
  const leading = occupation === 'Executive' || occupation === 'Professional' ? 1 : 0
  const joint = status === 'married-jointly' ? 1 : 0
  const odds = -3.7 + 2.4 * joint + 1.3 * schooled + 0.9 * leading + 0.03 * (hoursPerWeek - 20)
  const business = random.next() < 0.15
  return {
    error: 1 / (1 + Math.exp(-odds)),
    nerves: random.next(),
    taxReturn: {
      year: random.next() < 0.8 ? 2025 : 2024,
      status,
      you: business ? { business: { profit: income } } : { wages: income },
      interest: Math.round(400 * random.next()),
      payments: Math.round(income * 0.12),
      about: { employment: one(keys(employments)), education, occupation, hoursPerWeek },
    },
  }
}

const keys = <K extends string>(of: Readonly<Record<K, string>>): readonly K[] => Object.keys(of) as K[]
