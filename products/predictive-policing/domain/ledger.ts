import { type Each, each, type Neighbourhood, neighbourhoods } from './neighbourhoods.ts'

/** Counts that a forecast may learn from, for one neighbourhood. */
export interface Counts {
  /** Incidents that patrols discovered where a forecast had sent them. */
  readonly found: number
  /** The same, each divided by the chance that a patrol would be there (D. Horvitz and D. Thompson, 1952). */
  readonly weighted: number
  /** Incidents discovered where a lot or the rota had sent a patrol. */
  readonly evenly: number
  /** Incidents that residents reported, whether or not a patrol was there. */
  readonly calls: number
}

export type Column = keyof Counts

/** What the department has on file: all that it knows of crime. */
export type Ledger = Each<Counts>

/** Who sent a patrol, if there was one. */
export type SentBy = 'forecast' | 'evenly' | 'nobody'

/** What became of one neighbourhood in one round. */
export interface Entry {
  readonly neighbourhood: Neighbourhood
  readonly sentBy: SentBy
  /** The probability with which that was decided, above 0. */
  readonly chance: number
  readonly found: number
  readonly calls: number
}

/** Incidents on file for every neighbourhood on the first day: no difference between them. */
const onFile = 2

/** The file of the first day. A discovered incident weighs as if patrols had been drawn evenly. */
export const firstLedger: Ledger = each(() => ({
  found: onFile,
  weighted: onFile * neighbourhoods.length,
  evenly: onFile,
  calls: onFile,
}))

/** The ledger with one more entry. */
export function enter(ledger: Ledger, { neighbourhood, sentBy, chance, found, calls }: Entry): Ledger {
  const row = ledger[neighbourhood]
  const isForecast = sentBy === 'forecast'
  const changed = {
    found: row.found + (isForecast ? found : 0),
    weighted: row.weighted + (isForecast ? found / chance : 0),
    evenly: row.evenly + (sentBy === 'evenly' ? found : 0),
    calls: row.calls + calls,
  }
  return { ...ledger, [neighbourhood]: changed }
}

/** The sum of a column. */
export function everywhere(ledger: Ledger, column: Column): number {
  return neighbourhoods.reduce((sum, one) => sum + ledger[one][column], 0)
}

/** 1 for the neighbourhood with the most discovered incidents, split evenly where several have as many, and 0 for the rest. */
export function hottest(ledger: Ledger): Each<number> {
  const most = Math.max(...neighbourhoods.map((one) => ledger[one].found))
  const ties = neighbourhoods.filter((one) => ledger[one].found === most).length
  return each((one) => (ledger[one].found === most ? 1 / ties : 0))
}
