import { evidenceOf, isAlarm, type LotPatrol, looksEvery } from './alarm.ts'
import { type Column, type Entry, enter, firstLedger, type Ledger, type SentBy } from './ledger.ts'
import { type Each, each, type Neighbourhood, neighbourhoods, parts } from './neighbourhoods.ts'

/** What a department knows and does besides deciding: it files each day in the night, and looks at the lots every week. */
export interface Department {
  readonly day: number
  /** What is on file, the day that is under way not included. */
  readonly ledger: Ledger
  /** Patrols since the beginning. */
  readonly patrols: Each<number>
  /** Evidence against the forecast so far, a logarithm. */
  readonly evidence: number
  /** First day on which the alarm stood, if it ever did. */
  readonly alarmDay?: number
  /** Lot patrols of the week that is under way. */
  readonly lots: readonly LotPatrol[]
  /** Shares of what lots had discovered when that week began. */
  readonly rival: Each<number>
}

/** One decision and what came of it, as it is told to the department. */
export interface Told extends Entry {
  /** Forecast share of the neighbourhood when it was decided. */
  readonly forecast: number
  readonly patrolled: boolean
  readonly byLot: boolean
}

/** A department on its first day. */
export const newDepartment: Department = {
  day: 0,
  ledger: firstLedger,
  patrols: each(() => 0),
  evidence: 0,
  lots: [],
  rival: sharesOf(firstLedger, 'evenly'),
}

/** The department after a day. */
export function closeDay(department: Department, told: readonly Told[]): Department {
  const patrolsOf = (one: Neighbourhood): number =>
    told.filter(({ neighbourhood, patrolled }) => patrolled && neighbourhood === one).length
  const closed = {
    ...department,
    day: department.day + 1,
    ledger: told.reduce(enter, department.ledger),
    lots: [...department.lots, ...told.filter(({ byLot }) => byLot)],
    patrols: each((one) => department.patrols[one] + patrolsOf(one)),
  }
  return closed.day % looksEvery === 0 ? look(closed) : closed
}

function look(department: Department): Department {
  const evidence = department.evidence + evidenceOf(department.lots, department.rival)
  const isFirst = department.alarmDay === undefined && isAlarm(evidence)
  return {
    ...department,
    evidence,
    lots: [],
    rival: sharesOf(department.ledger, 'evenly'),
    ...(isFirst && { alarmDay: department.day }),
  }
}

/** Each neighbourhood's share of what is on file in a column. */
export function sharesOf(ledger: Ledger, column: Column): Each<number> {
  return parts(each((one) => ledger[one][column]))
}

/** What may be decided about a neighbourhood. */
export type Sending = 'forecast' | 'lot' | 'rota' | 'suggest' | 'stay'

/** Who sent a patrol, in the words of the ledger. */
export function sentBy(experience: Sending, patrolled: boolean): SentBy {
  if (!patrolled) return 'nobody'
  return experience === 'forecast' || experience === 'suggest' ? 'forecast' : 'evenly'
}

/** The neighbourhood whose turn it is: the rota goes round all of them. */
export function turnOf(round: number): Neighbourhood {
  return neighbourhoods[round % neighbourhoods.length] ?? neighbourhoods[0]
}
