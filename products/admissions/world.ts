import type { AnswerOf } from 'holon'
import { logOdds, sigmoid } from 'holon/stats'
import { answers, defineWorld, type Life, poisson, shift, trusting } from 'holon/world'
import { type Coached, coached, standing } from './domain/coaching.ts'
import { chanceOf, fileOf } from './domain/invent.ts'
import { line } from './domain/line.ts'
import type { Decided } from './letter.ts'
import { asServed } from './reading.ts'
import { isAbove, judge } from './rehearsal/judge.ts'
import { type Applicant, type Campus, drawApplicant, drawCampus } from './rehearsal/people.ts'
import { admissions, admissionsBy } from './system.ts'

const settings = {
  /** Share of applicants who would be coached if it paid. */
  gaming: 0.35,
  /** How much of a gap to the line coaching can close. */
  reach: 0.2,
  /** Days until it is known what kind of file was admitted. */
  delay: 120,
  /** Log-odds by which a reader is deceived by a whole step of standing that was coached. */
  deceives: 2,
  /** How much the entry test says about ability. */
  testTells: 0.75,
  /** Points by which the test moves everybody. */
  testMoves: 0,
}

type Living = Life<typeof admissions, Applicant, Campus, typeof settings>

/**
 * An invented master's programme. What is hidden: ability, and who would do well. Nobody learns of those who were turned
 * down, but the world.
 */
export const world = defineWorld(admissions, {
  about:
    'Applicants of hidden ability, the same in all groups, send files whose facts follow it with noise, about as in 500 real applications. Three in ten are the first in their family to study: coaching costs them half as much again, and their schools rank lower. Who would rather be coached looks at those admitted some months ago and raises tests and statement to their level where that pays (the best response of D’Amour and others 2020). Six readers come near the truth with noise that grows with fatigue, are deceived by what was coached, and lean on a number where there is one. Reasons keep trust, their lack costs it; trust brings admitted applicants in, other offers take the strongest away. Outcomes come back a year later, for those who came.',
  start: '2026-09-01',
  people: 1500,
  days: 730,
  settings,
  person: drawApplicant,
  environment: drawCampus,
  happenings: {
    application: { arrivals: poisson({ perPersonPerDay: 1 / 500 }), story: application },
  },
  scenarios: {
    'gaming spreads': {
      about: 'Over the first year, coaching becomes what nearly everybody does.',
      changes: [shift('gaming', { to: 0.95, at: 'day 30', over: '12 months' })],
    },
    'new test format': {
      about:
        'From the second year on the entry test is another: ten points easier, and it says little about ability.',
      changes: [
        shift('testTells', { to: 0.25, at: 'day 365' }),
        shift('testMoves', { to: 10, at: 'day 365' }),
      ],
    },
  },
  versions: {
    'scores everything': {
      about: 'The score reads tests, statement and school as well: better on old data, and open to coaching.',
      models: { strength: new URL('./model/everything.onnx', import.meta.url) },
    },
    'no score': {
      about: 'Readers never see a score, and no file is read twice because of one.',
      system: admissionsBy({ ...asServed, name: 'no score', unaided: 1, twice: false }, 'reasons'),
    },
    'score beside every file': {
      about:
        'All but the random share of files come with the score, near the line as well, and none is read twice.',
      system: admissionsBy({ ...asServed, name: 'score beside every file', twice: false }, 'reasons'),
    },
    'half without a score': {
      about:
        'Half of the files are drawn to be read without a score: a randomisation whose chances are logged.',
      system: admissionsBy({ ...asServed, name: 'half without a score', unaided: 0.5 }, 'reasons'),
    },
    'a line of their own': {
      about:
        'For schools of the two lowest ranks, files six points lower count as near the line: an explicit, logged policy.',
      system: admissionsBy(
        {
          ...asServed,
          name: 'a lower line for schools of low rank',
          lineOf: ({ school }) => (school <= 2 ? line - 0.06 : line),
        },
        'reasons',
      ),
    },
    'verdicts without reasons': {
      about: 'Applicants are told the verdict and nothing else.',
      system: admissionsBy(asServed, 'verdict'),
    },
  },
  pace: { arrival: '2 seconds', longestWait: '4 seconds' },
})

/** What one application is, beside what is seen of it. */
interface Case extends Coached {
  readonly chance: number
  readonly willSucceed: boolean
}

/** One application, from the file to the grades of the first year. */
async function application(life: Living): Promise<void> {
  const one = prepare(life)
  const { file, willSucceed } = one
  const seen = await life.decide('reading', file, { truth: willSucceed })
  life.truth(seen.id, 'succeeded', willSucceed)
  life.truth(seen.id, 'firstInFamily', life.person.firstInFamily)
  if (answers(life.person.willing, { content: 0.5 }, life.draw('survey')))
    await life.feedback(seen.id, 'firstInFamily', life.person.firstInFamily)
  await life.wait(life.draw('pile').exponential(86_400_000))
  const { isAdmitted, readers } = await read(life, one, seen)
  const verdict = isAdmitted ? 'admit' : 'deny'
  await life.feedback(seen.id, 'verdict', verdict)
  const told = await tell(life, { ...file, verdict, readers })
  const isIn = isAdmitted || (await appeal(life, one, told))
  if (isIn !== isAdmitted) await life.feedback(seen.id, 'verdict', 'admit')
  life.truth(seen.id, 'verdict', isIn ? 'admit' : 'deny')
  counted(life, one, isIn)
  if (isIn) await studies(life, one, seen.id)
}

/** The file, coached where the applicant would be and it pays. */
function prepare(life: Living): Case {
  const { person, settings, environment: campus, draw } = life
  const making = { ...settings, schoolLower: person.firstInFamily ? 0.5 : 0 }
  const honest = fileOf(person.ability, making, draw('file'))
  const chance = chanceOf(person.ability)
  const willSucceed = draw('first year').chance(chance)
  const known = lineOfOthers(life)
  const learned = campus.reasons > 20 ? 1 : 0.7
  const wouldBe = known !== undefined && person.pliable < settings.gaming * learned
  const means = { cost: person.coachingCost, reach: settings.reach }
  const raised = wouldBe ? coached(honest, known, means) : { file: honest, raised: 0, burden: 0 }
  return { ...raised, chance, willSucceed }
}

/** The standing above which four of five were, of the sixty admitted last that one has heard of. */
function lineOfOthers({ environment: { admitted }, settings, day }: Living): number | undefined {
  const heard = admitted.filter((one) => one.day <= day() - settings.delay).slice(-60)
  if (heard.length < 30) return undefined
  return heard.map((one) => one.standing).sort((a, b) => a - b)[Math.floor(heard.length / 5)]
}

type Seen = AnswerOf<typeof admissions, 'reading'>
type Told = AnswerOf<typeof admissions, 'letter'>

/** The reading of one or two people; who differ talk until they agree. */
async function read(life: Living, one: Case, seen: Seen) {
  const { environment: campus, draw, settings } = life
  const score =
    seen.experience === 'scored' && typeof seen.prediction === 'number' ? seen.prediction : undefined
  const readers = draw('readers').whole(0, campus.readers.length - 1)
  const [first, second] = [0, 1].map((i) => campus.readers[(readers + i) % campus.readers.length])
  if (first === undefined || second === undefined) return { isAdmitted: false, readers: 0 }
  const before = { chance: one.chance, deceived: settings.deceives * one.raised, score, at: life.now() }
  const own = judge(first, before, draw('first reader'))
  if (score !== undefined) await life.exposure(seen.id)
  if (seen.experience !== 'twice') {
    await spent(life, seen.id, own.minutes)
    return { isAdmitted: isAbove(own.logOdds), readers: 1 }
  }
  await life.feedback(seen.id, 'verdict', isAbove(own.logOdds) ? 'admit' : 'deny')
  await life.wait(draw('second pile').uniform(3_600_000, 2 * 86_400_000))
  const other = judge(second, { ...before, at: life.now() }, draw('second reader'))
  const said = isAbove(other.logOdds) ? 'admit' : 'deny'
  const found = (await life.queue('reading')).find(({ about }) => about === seen.id)
  if (found !== undefined) await life.answerCase(found.id, said, second.name)
  life.truth(seen.id, 'second', said)
  await spent(life, seen.id, own.minutes + other.minutes)
  return { isAdmitted: isAbove((own.logOdds + other.logOdds) / 2), readers: 2 }
}

async function spent(life: Living, id: Seen['id'], minutes: number): Promise<void> {
  const kept = Math.min(600, Math.round(minutes))
  life.truth(id, 'minutes', kept)
  await life.feedback(id, 'minutes', kept)
}

/** The letter, and what it does to trust. */
async function tell(life: Living, context: Decided): Promise<Told['id']> {
  const { person, draw } = life
  const letter = await life.decide('letter', context)
  await life.exposure(letter.id)
  const hasReasons = letter.experience === 'reasons'
  if (hasReasons) life.environment.reasons++
  const isAdmitted = context.verdict === 'admit'
  const good = hasReasons ? (isAdmitted ? 0.9 : 0.6) : isAdmitted ? 0.65 : 0.15
  person.trust = trusting(person.trust, good, { up: 0.3, down: 0.5 })
  const feels = 1 + Math.round(4 * person.trust)
  const understood = draw('understands').chance(hasReasons ? 0.85 : 0.4)
  life.truth(letter.id, 'trust', feels)
  life.truth(letter.id, 'understood', understood)
  if (answers(person.willing, { content: person.trust }, draw('answers'))) {
    await life.feedback(letter.id, 'trust', feels)
    await life.feedback(letter.id, 'understood', understood)
  }
  return letter.id
}

/** Whether an appeal, where there is one, changes the verdict: the board reads with more time. */
async function appeal(life: Living, { chance }: Case, id: Told['id']): Promise<boolean> {
  const { draw } = life
  const feelsWronged = logOdds(chance) + draw('own view').normal(0.3, 0.8) > logOdds(line)
  if (!feelsWronged || !draw('appeals').chance(0.25)) return false
  await life.feedback(id, 'appeal', 'My file says more than was read in it.')
  await life.wait('6 days')
  const isChanged = isAbove(logOdds(chance) + draw('board').normal(0, 0.35))
  const found = (await life.queue('letter')).find(({ about }) => about === id)
  if (found !== undefined) await life.answerCase(found.id, isChanged ? 'changed' : 'stands', 'board')
  life.truth(id, 'appealed', isChanged ? 'changed' : 'stands')
  return isChanged
}

/** Figures that only the world knows. */
function counted({ environment: campus, person, note, day }: Living, one: Case, isIn: boolean): void {
  const family = person.firstInFamily ? 'first in family' : 'others'
  note('coached', Number(one.raised > 0))
  note(`burden of coaching, ${family}`, one.burden)
  note(`admitted, ${family}`, Number(isIn))
  if (one.chance >= line) note('strong turned down', Number(!isIn))
  else note('others admitted', Number(isIn))
  if (!isIn) return
  note('chance to do well, of the admitted', one.chance)
  campus.admitted.push({ day: day(), standing: standing(one.file) })
}

/** Whether the admitted come, and how they do: nothing of it is ever learned of the others. */
async function studies(life: Living, { chance, willSucceed }: Case, id: Seen['id']): Promise<void> {
  const { person, draw } = life
  await life.wait('3 weeks')
  const comes = draw('comes').chance(sigmoid(0.3 + 3 * (person.trust - 0.6) - 0.5 * person.ability))
  life.truth(id, 'enrolled', comes)
  await life.feedback(id, 'enrolled', comes)
  if (!comes) return
  await life.wait('300 days')
  const grade = Math.min(100, Math.max(0, Math.round(50 + 30 * chance + draw('grade').normal(0, 6))))
  life.truth(id, 'grade', grade)
  await life.feedback(id, 'grade', grade)
  await life.feedback(id, 'succeeded', willSucceed)
}
