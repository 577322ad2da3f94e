import { type Chance, type City, happens, rounds } from './city.ts'
import {
  closeDay,
  type Department,
  newDepartment,
  sentBy,
  sharesOf,
  type Told,
  turnOf,
} from './department.ts'
import { hottest } from './ledger.ts'
import { type Each, each, neighbourhoods } from './neighbourhoods.ts'
import { chancesOf, type Way } from './way.ts'

/** How often a planner follows what is suggested; otherwise they keep to the rota. */
export const follows = 0.85

/** A city, its department, and what only the world knows of them. */
export interface Days {
  readonly department: Department
  /** Crimes since the beginning. */
  readonly crimes: Each<number>
}

/** How the department goes about it. */
export interface Conduct {
  readonly way: Way
  /** Whether the alarm ends the forecast. */
  readonly heeds: boolean
}

/** Before anything has happened. */
export const firstDay: Days = { department: newDepartment, crimes: each(() => 0) }

/**
 * One day of the city, by the arithmetic of the declared system: the same chances, the same ledger, the same alarm,
 * without records. For pages and for statistics over many years; `world.ts` asks the system itself.
 */
export function nextDay(city: City, { department, crimes }: Days, conduct: Conduct, chance: Chance): Days {
  const shares = sharesOf(department.ledger, conduct.way.learnsFrom)
  const hot = hottest(department.ledger)
  const all = Array.from({ length: rounds }, (_, round) => {
    const turn = turnOf(department.day * rounds + round)
    return neighbourhoods.map((one) => {
      const { seen, calls, ...happened } = happens(city.crimes[one], city.told[one], chance)
      const known = { share: shares[one], hot: hot[one], turn: turn === one }
      const sent = send(conduct, department, known, chance)
      const told: Told = {
        ...sent,
        neighbourhood: one,
        forecast: shares[one],
        found: sent.patrolled ? seen : 0,
        calls,
      }
      return { told, crimes: happened.crimes }
    })
  }).flat()
  const crimesOf = (one: string): number =>
    all.reduce((sum, { told, crimes }) => sum + (told.neighbourhood === one ? crimes : 0), 0)
  return {
    department: closeDay(
      department,
      all.map(({ told }) => told),
    ),
    crimes: each((one) => crimes[one] + crimesOf(one)),
  }
}

type Sent = Pick<Told, 'sentBy' | 'chance' | 'patrolled' | 'byLot'>

interface Known {
  readonly share: number
  readonly hot: number
  readonly turn: boolean
}

function send({ way, heeds }: Conduct, { alarmDay }: Department, known: Known, chance: Chance): Sent {
  // Both are drawn whatever is decided, so that two ways meet the same chance.
  const [place, follower] = [chance.next(), chance.next()]
  const { share, hot, turn } = known
  if (heeds && alarmDay !== undefined)
    return { sentBy: sentBy('rota', turn), chance: 1, patrolled: turn, byLot: false }
  const { forecast, lot, stay } = chancesOf(way, share, hot)
  if (place < lot) return { sentBy: 'evenly', chance: lot, patrolled: true, byLot: true }
  if (place >= lot + forecast) return { sentBy: 'nobody', chance: stay, patrolled: false, byLot: false }
  const patrolled = way.acts === 'sends' || follower < follows || turn
  return { sentBy: sentBy('forecast', patrolled), chance: forecast, patrolled, byLot: false }
}
