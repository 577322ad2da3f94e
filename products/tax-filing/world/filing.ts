import type { AnswerOf } from 'holon'
import { answers, type Life, trusting } from 'holon/world'
import { guaranteePrice, type Level } from '../meter.ts'
import type { taxFiling } from '../system.ts'
import type { Customer } from './customer.ts'
import { returnOf } from './filer.ts'
import type { settings } from './settings.ts'

/** A story in the world of tax filing. */
export type TaxLife = Life<typeof taxFiling, Customer, undefined, typeof settings>

const day = 86_400_000
const month = 30 * day

type Seen = AnswerOf<typeof taxFiling, 'audit-risk-meter'>

/** One return: filled in, seen beside the meter, filed or not, and what follows in the years after. */
export async function fileReturn(life: TaxLife): Promise<void> {
  const { person, draw, settings, wait } = life
  if (person.away && !draw('away').chance(settings.wonBack)) return
  person.away = false
  const { taxReturn, error } = returnOf(person.trade, draw('return'), {
    everybody: settings.carelessness,
    businesses: settings.businessRules,
  })
  const wrong = draw('error').chance(error)
  const seen = await meet(life, taxReturn, wrong)
  await wait(draw('reading').logNormal(90_000, 0.7))
  const stillWrong = await lookAgain(life, seen, wrong)
  const worry = await sayHowItWas(life, seen, wrong)
  if (await file(life, seen, { stillWrong, worry })) await years(life, seen, stillWrong)
}

/** The meter as it is seen last: who games it asks again with answers that read better, and nothing else changes. */
async function meet(life: TaxLife, taxReturn: ReturnType<typeof returnOf>['taxReturn'], wrong: boolean) {
  const { person, story, settings, decide, wait } = life
  const asked = { episode: story, truth: wrong }
  const seen = await decide('audit-risk-meter', taxReturn, asked)
  if (person.cunning >= settings.gamers || levelOf(seen) === 'low' || levelOf(seen) === 'none') return seen
  await wait('2 minutes')
  life.note('gamed', 1)
  const invented = { education: 'HSgrad', occupation: 'Service', hoursPerWeek: 20 } as const
  const said = { ...taxReturn, about: { ...taxReturn.about, ...invented } }
  return decide('audit-risk-meter', said, asked)
}

const levelOf = (seen: Seen): Level | 'none' =>
  seen.experience === 'nothing' ? 'none' : seen.parameters.level

/** Asked for a second look, some find what is wrong. Answers whether something still is. */
async function lookAgain(
  { person, draw, settings, truth, feedback, exposure }: TaxLife,
  seen: Seen,
  wrong: boolean,
): Promise<boolean> {
  if (seen.experience !== 'nothing') await exposure(seen.id)
  if (seen.experience !== 'review') return wrong
  const found = wrong && person.candour < settings.honesty && draw('finding').chance(settings.skill)
  truth(seen.id, 'fixedLine', found)
  await feedback(seen.id, 'fixedLine', found)
  return wrong && !found
}

/** What they think of the meter, and what they say of it. Answers by how much it worried them, from -2 to 2. */
async function sayHowItWas(life: TaxLife, seen: Seen, wrong: boolean): Promise<number> {
  const { person, draw, truth, feedback } = life
  if (seen.experience === 'nothing') return 0
  const alarmed = levelOf(seen) === 'high'
  const needlessly = alarmed && !wrong
  const worry = worryAt(levelOf(seen), person.nerves)
  const disputes = needlessly && draw('disputes').chance(0.5)
  const useful = draw('useful').chance(needlessly ? 0.4 : alarmed ? 0.8 : 0.85)
  truth(seen.id, 'worry', worry)
  truth(seen.id, 'wrong', disputes)
  truth(seen.id, 'useful', useful)
  const content = disputes ? 0 : useful ? 1 : 0.4
  if (says(life, 'worry', content, seen)) await feedback(seen.id, 'worry', worry)
  if (says(life, 'useful', content)) await feedback(seen.id, 'useful', useful)
  if (disputes && says(life, 'wrong', content)) await feedback(seen.id, 'wrong', true)
  life.note('needlessly alarmed', Number(needlessly))
  return worry
}

/** A low reading calms; a high one frightens, those with weak nerves more. */
function worryAt(level: Level | 'none', nerves: number): number {
  if (level === 'high') return nerves > 0.6 ? 2 : 1
  if (level === 'low') return nerves > 0.7 ? -2 : -1
  return nerves > 0.7 ? 1 : 0
}

function says({ draw, settings }: TaxLife, question: Asked, content: number, seen?: Seen): boolean {
  const { willing: usually, angry, whenAsked: asked } = settings
  const isAsked = seen?.audits.includes(question) === true
  return answers({ usually, angry, asked }, { content, isAsked }, draw(`says ${question}`))
}

type Asked = Seen['audits'][number]

/** Files, or gives up: who was frightened or asked to look again gives up more often. */
async function file(
  life: TaxLife,
  seen: Seen,
  { stillWrong, worry }: { readonly stillWrong: boolean; readonly worry: number },
): Promise<boolean> {
  const { person, draw, settings, wait, truth, feedback } = life
  await wait(draw('until filed').logNormal(2 * day, 0.8))
  const burden = (seen.experience === 'review' ? 0.05 : 0) + 0.03 * Math.max(0, worry)
  const filed = !draw('gives up').chance(settings.givingUp + burden)
  truth(seen.id, 'filed', filed)
  await feedback(seen.id, 'filed', filed)
  const paid = filed && buys(life, seen) ? guaranteePrice : 0
  truth(seen.id, 'guarantee', paid)
  await feedback(seen.id, 'guarantee', paid)
  life.note('errors filed', Number(filed && stillWrong))
  if (!filed) return giveUp(life, seen)
  const stars = Math.max(
    1,
    Math.min(5, Math.round(2.4 + 2.6 * person.trust - 0.5 * worry + draw('stars').normal(0, 0.5))),
  )
  truth(seen.id, 'stars', stars)
  if (says(life, 'stars', (stars - 1) / 4)) await feedback(seen.id, 'stars', stars)
  if (person.openness < settings.open) await feedback(seen.id, 'household', person.household)
  person.trust = trusting(person.trust, (stars - 1) / 4, { up: 0.2, down: 0.4 })
  return true
}

/** Who gave up files elsewhere, this year and the next. */
function giveUp({ person, truth }: TaxLife, { id }: Seen): false {
  person.away = true
  truth(id, 'returned', false)
  return false
}

const buys = ({ person, draw }: TaxLife, seen: Seen): boolean =>
  draw('buys').chance(levelOf(seen) === 'moderate' ? 0.15 + 0.2 * person.nerves : 0.03)

/** A year later they come back, or not. Years later some are examined: not at random. */
async function years(life: TaxLife, seen: Seen, stillWrong: boolean): Promise<void> {
  const { person, draw, settings, wait, truth, feedback } = life
  await wait(11.5 * month)
  const returned = draw('returns').chance(0.3 + 0.65 * person.trust)
  person.away = !returned
  truth(seen.id, 'returned', returned)
  await feedback(seen.id, 'returned', returned)
  truth(seen.id, 'adjusted', stillWrong)
  const examined = draw('examined').chance(examinationOf(settings, stillWrong))
  truth(seen.id, 'examined', examined)
  if (!examined) return
  await wait(draw('until examined').uniform(1, 18) * month)
  await feedback(seen.id, 'examined', true)
  await wait(draw('examination').logNormal(6 * month, 0.4))
  await feedback(seen.id, 'adjusted', stillWrong)
  life.note('errors found by an examiner', Number(stillWrong))
  person.trust = trusting(person.trust, stillWrong && levelOf(seen) === 'low' ? 0 : 0.6, {
    up: 0.1,
    down: 0.6,
  })
}

/** Of returns that are right so many fewer are examined that about as many are in all, a fifth of them being wrong. */
const examinationOf = ({ examined, suspicion }: TaxLife['settings'], wrong: boolean): number =>
  (examined * (wrong ? suspicion : 1)) / (0.8 + 0.2 * suspicion)
