import type { AnswerOf } from 'holon'
import { answers, type Draw, defineWorld, every, type Life, shift } from 'holon/world'
import { asked } from './asked.ts'
import { happens, rounds, usual } from './domain/city.ts'
import { follows } from './domain/day.ts'
import { closeDay, type Department, newDepartment, sentBy, type Told, turnOf } from './domain/department.ts'
import { type Neighbourhood, neighbourhoods, parts } from './domain/neighbourhoods.ts'
import { ways } from './domain/way.ts'
import { policingBy, predictivePolicing } from './system.ts'

const settings = {
  /** Crimes a day in a neighbourhood. */
  crimes: usual.crimes,
  /** The Mill has so many times the crime of the others. */
  mill: 1,
  /** Share of crimes that residents report. */
  told: usual.told,
  /** Residents of the Station report so many times as much as others. */
  station: 1,
  /** People stopped in a patrol, on average. */
  stops: 1.5,
  /** Whether the loop alarm ends the forecast. */
  heeds: false,
}

/** The desk: what it knows, and what it was told since the last night. */
interface Desk {
  department: Department
  round: number
  told: Told[]
}

/** Those who speak for a neighbourhood. */
interface Resident {
  readonly willing: { readonly usually: number; readonly angry: number }
}

type Shift = Life<typeof predictivePolicing, Resident, Desk, typeof settings>

/**
 * An invented city. What is hidden: how much crime there is, and where. The department sees what its patrols discover and
 * what residents report; which of it the forecast learns from, and how patrols follow, differs by version.
 */
export const world = defineWorld(predictivePolicing, {
  about:
    'Seven neighbourhoods with as many residents and as much crime. Crimes are Poisson and do not move; a patrol on the spot discovers half of them, residents report 40 %. Files are closed at night, lots looked at once a week. A planner follows 85 % of suggestions. Who is patrolled more than others feels it, and the angry answer more often.',
  start: '2026-03-02',
  people: 1,
  days: 300,
  settings,
  person: (draw: Draw): Resident => ({ willing: { usually: draw.uniform(0.1, 0.2), angry: 0.5 } }),
  environment: (): Desk => ({ department: newDepartment, round: 0, told: [] }),
  happenings: {
    round: { arrivals: every('3 hours'), who: 'nobody', story: patrolRound },
  },
  scenarios: {
    'crime rises': {
      about: 'From day 150 on, the Mill really has twice the crime of the others.',
      changes: [shift('mill', { to: 2, at: 'day 150' })],
    },
    'fewer reports': {
      about: 'Over a month from day 100 on, residents of the Station come to report half as much as others.',
      changes: [shift('station', { to: 0.5, at: 'day 100', over: '1 month' })],
    },
  },
  versions: {
    'hot spot': { about: ways.hotSpots.about, system: policingBy(ways.hotSpots) },
    'a planner decides': { about: ways.planner.about, system: policingBy(ways.planner) },
    'inverse probability': { about: ways.inverse.about, system: policingBy(ways.inverse) },
    'reported incidents': { about: ways.calls.about, system: policingBy(ways.calls) },
    'randomised slice': { about: ways.slice.about, system: policingBy(ways.slice) },
  },
  pace: { arrival: '3 seconds', longestWait: '2 seconds' },
})

/** One round: the desk asks for every neighbourhood, and files what came of it. */
async function patrolRound(life: Shift): Promise<void> {
  const desk = life.environment
  const round = desk.round++
  if (round > 0 && round % rounds === 0) closeNight(life)
  const turn = turnOf(round)
  for (const one of neighbourhoods) await visit(life, one, turn === one)
}

function closeNight({ environment: desk, note }: Shift): void {
  const before = desk.department.alarmDay
  desk.department = closeDay(desk.department, desk.told)
  desk.told = []
  const shares = parts(desk.department.patrols)
  note('patrols of the most patrolled, share', Math.max(...neighbourhoods.map((one) => shares[one])))
  if (before === undefined && desk.department.alarmDay !== undefined) note('loop alarm', 1)
}

/** One neighbourhood in one round: what is decided, what happens there, who is stopped, and who says so. */
async function visit(life: Shift, one: Neighbourhood, turn: boolean): Promise<void> {
  const { environment: desk, draw, note, feedback, truth } = life
  const happened = happens(crimesIn(life, one), toldIn(life, one), draw(`${one} happens`))
  note(`crimes in ${one}`, happened.crimes)
  const seen = await life.decide('patrol', asked(desk.department, one, { turn, alarm: isHeeded(life) }), {
    subject: null,
  })
  const isFollowed = draw(`${one} planner`).chance(follows)
  const patrolled = isPatrolled(seen, turn, isFollowed)
  note(`patrols in ${one}`, Number(patrolled))
  const found = patrolled ? happened.seen : 0
  if (typeof seen.prediction === 'number') {
    desk.told.push({
      ...{ neighbourhood: one, sentBy: sentBy(seen.experience, patrolled), chance: seen.propensity },
      ...{ found, calls: happened.calls, forecast: seen.prediction },
      ...{ patrolled, byLot: seen.experience === 'lot' },
    })
  }
  if (seen.experience === 'suggest' && !isFollowed) await feedback(seen.id, 'overridden', true)
  await feedback(seen.id, 'patrolled', patrolled)
  await feedback(seen.id, 'reported', happened.calls)
  truth(seen.id, 'patrolled', patrolled)
  truth(seen.id, 'reported', happened.calls)
  if (patrolled) await beThere(life, seen.id, { one, found })
  await survey(life, seen.id, one)
}

type Seen = AnswerOf<typeof predictivePolicing, 'patrol'>

function isPatrolled(seen: Seen, turn: boolean, isFollowed: boolean): boolean {
  if (seen.experience === 'rota') return turn
  if (seen.experience === 'suggest') return isFollowed || turn
  return seen.experience !== 'stay'
}

async function beThere(
  life: Shift,
  id: Seen['id'],
  { one, found }: { readonly one: Neighbourhood; readonly found: number },
): Promise<void> {
  const { draw, settings, feedback, truth } = life
  const stopped = draw(`${one} stops`).poisson(settings.stops)
  const complained = draw(`${one} complaint`).chance(1 - 0.98 ** (stopped * Math.max(1, crowding(life, one))))
  await feedback(id, 'found', found)
  await feedback(id, 'stopped', stopped)
  truth(id, 'found', found)
  truth(id, 'stopped', stopped)
  truth(id, 'complained', complained)
  // Half of those who have a reason to complain do.
  if (complained && draw(`${one} complains`).chance(0.5)) await feedback(id, 'complained', true)
}

/** One resident in each round would say whether the neighbourhood is treated like others; most are silent. */
async function survey(life: Shift, id: Seen['id'], one: Neighbourhood): Promise<void> {
  const { draw, person, feedback, truth } = life
  const far = Math.abs(Math.log2(Math.max(0.1, crowding(life, one))))
  const isAlike = draw(`${one} feels`).chance(0.93 * Math.exp(-far / 2))
  truth(id, 'likeOthers', isAlike)
  const willing = { usually: person.willing.usually / 10, angry: person.willing.angry / 10 }
  if (answers(willing, { content: Number(isAlike) }, draw(`${one} answers`)))
    await feedback(id, 'likeOthers', isAlike)
}

/** How many times its even part of all patrols a neighbourhood has had, once there was a week of them. */
function crowding({ environment: { department } }: Shift, one: Neighbourhood): number {
  return department.day < 7 ? 1 : parts(department.patrols)[one] * neighbourhoods.length
}

const crimesIn = ({ settings }: Shift, one: Neighbourhood): number =>
  settings.crimes * (one === 'Mill' ? settings.mill : 1)

const toldIn = ({ settings }: Shift, one: Neighbourhood): number =>
  Math.min(1, settings.told * (one === 'Station' ? settings.station : 1))

const isHeeded = ({ environment: { department }, settings }: Shift): boolean =>
  settings.heeds && department.alarmDay !== undefined
