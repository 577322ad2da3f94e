import { answers, faded, stirred, trusting } from 'holon/world'
import { type Opened, openedBy } from './address.ts'
import { dispute } from './report.ts'
import type { BrowsingLife, Seen } from './web.ts'

const day = 86_400_000
/** In which half of an annoyance is forgotten. */
const forgetting = 7 * day

/** A page is opened: what is met before it, what is done about it, what comes out weeks later. */
export async function openPage(life: BrowsingLife): Promise<void> {
  if (!has(life)) return
  const opened = openedBy(life.draw('address'), life.settings)
  const asked = { address: opened.address, from: 'simulation' } as const
  const seen = await life.decide('visit', asked, { truth: opened.phishing })
  life.truth(seen.id, 'confirmedPhishing', opened.phishing)
  const types = await (seen.experience === 'nothing' ? silence(life, seen) : interruption(life, opened, seen))
  if (opened.phishing) life.note('passwords lost', Number(types))
  await comesOut(life, opened, seen)
  await quarter(life, seen)
}

/** Whether they have it; who has not may get it anew, as if nothing had been. */
function has({ person, draw, settings, now }: BrowsingLife): boolean {
  if (person.since !== undefined) return true
  if (!draw('gets').chance(settings.getting / settings.pages)) return false
  person.since = now()
  person.annoyance = { level: 0, at: now() }
  return true
}

/** Nothing was said. Answers whether they would type a password: many take silence for safety. */
async function silence(
  { person, draw, truth, feedback, wait }: BrowsingLife,
  { id }: Seen,
): Promise<boolean> {
  const types = draw('types').chance(0.55 - 0.5 * person.wariness)
  truth(id, 'wouldType', types)
  await wait('20 seconds')
  if (draw('asked').chance(0.1)) await feedback(id, 'wouldType', types)
  return types
}

/** A note or a warning. Answers whether they go on and type a password. */
async function interruption(life: BrowsingLife, opened: Opened, seen: Seen): Promise<boolean> {
  const { person, draw, wait, exposure } = life
  await exposure(seen.id)
  await wait(draw('reading').logNormal(4_000, 0.6))
  const goesOn = draw('goes on').chance(temptation(life, seen))
  if (seen.experience === 'warning') await stopped(life, opened, seen, goesOn)
  await sayWhetherUseful(life, opened, seen)
  // Who left never learns that it was for nothing.
  if (goesOn && !opened.phishing) annoy(life, seen)
  if (opened.phishing) person.trust = trusting(person.trust, 1, { up: 0.1, down: 0.3 })
  return goesOn && draw('types').chance(0.6 - 0.5 * person.wariness)
}

/** Probability of going on: the less wary and the more worn by needless interruptions, the higher. */
function temptation({ person, settings, now }: BrowsingLife, { experience }: Seen): number {
  if (experience === 'note') return 0.95 - 0.2 * person.wariness
  const worn = faded(person.annoyance, now(), forgetting)
  const carefree = 2 * (1 - person.wariness) * (1.75 - person.trust)
  return Math.min(0.97, settings.clickThrough * carefree + 0.5 * worn)
}

async function stopped(life: BrowsingLife, opened: Opened, { id }: Seen, goesOn: boolean): Promise<void> {
  const { draw, truth, feedback } = life
  truth(id, 'left', !goesOn)
  truth(id, 'passed', goesOn)
  // Some close the tab, which nobody hears of.
  if (goesOn) await feedback(id, 'passed', true)
  else if (draw('clicks').chance(0.75)) await feedback(id, 'left', true)
  const disputes = goesOn && draw('disputes').chance(opened.phishing ? 0.05 : 0.8)
  truth(id, 'reportedWrong', disputes)
  if (!disputes || !says(life, 'wrong', 0)) return
  await feedback(id, 'reportedWrong', true)
  await dispute(life, opened)
}

async function sayWhetherUseful(life: BrowsingLife, { phishing }: Opened, { id }: Seen): Promise<void> {
  const useful = life.draw('useful').chance(phishing ? 0.9 : 0.35)
  life.truth(id, 'useful', useful)
  if (says(life, 'useful', Number(useful))) await life.feedback(id, 'useful', useful)
}

const says = ({ draw, settings }: BrowsingLife, question: string, content: number): boolean =>
  answers({ usually: settings.willing, angry: settings.angry }, { content }, draw(`says ${question}`))

/** Interrupted for nothing: trust goes, and some switch it off. */
function annoy({ person, draw, settings, now, note }: BrowsingLife, { experience }: Seen): void {
  const by = experience === 'warning' ? 0.3 : 0.08
  person.annoyance = stirred(person.annoyance, now(), forgetting, by)
  if (experience === 'warning') person.trust = trusting(person.trust, 0, { up: 0, down: 0.15 })
  const leaves = draw('leaves').chance(settings.leaving * person.annoyance.level ** 2)
  if (leaves) person.since = undefined
  note('switched off', Number(leaves))
}

/** Lists learn of a page what it is, or do not; of those that were stopped more often, as they are talked about. */
async function comesOut(life: BrowsingLife, { phishing }: Opened, seen: Seen): Promise<void> {
  const { draw, settings, wait, feedback } = life
  const known = phishing ? settings.listed * (seen.experience === 'nothing' ? 0.7 : 1) : settings.audited
  if (!draw('comes out').chance(known)) return
  await wait(draw('until it comes out').logNormal(2 * day, 0.8))
  await feedback(seen.id, 'confirmedPhishing', phishing)
}

/** Most of three months later: is it still there? One that was switched off says nothing. */
async function quarter({ person, now, wait, truth, feedback }: BrowsingLife, { id }: Seen): Promise<void> {
  const opened = now()
  await wait('80 days')
  const kept = person.since !== undefined && person.since <= opened
  truth(id, 'kept', kept)
  if (kept) await feedback(id, 'kept', true)
}
