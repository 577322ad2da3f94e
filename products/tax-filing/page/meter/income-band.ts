import { examinationRates } from '../../domain/examination-rates.ts'

/** What is published about how often returns of an income are examined, in words. */
export interface Published {
  /** `from $50,000 to $75,000` */
  readonly incomes: string
  readonly year: number
  /** Whether no further returns of that year can be examined. */
  readonly final: boolean
}

/** The incomes and the year behind a published rate; undefined for a source this page does not know. */
export function published(source: string, bandName: string): Published | undefined {
  const rates = examinationRates.find((each) => each.source === source)
  const at = rates?.bands.findIndex(({ name }) => name === bandName) ?? -1
  const band = rates?.bands[at]
  if (rates === undefined || band === undefined) return undefined
  return {
    incomes: incomesFrom(band.from, rates.bands[at + 1]?.from),
    year: rates.taxYears[1],
    final: rates.final,
  }
}

function incomesFrom(from: number, to: number | undefined): string {
  if (from === Number.NEGATIVE_INFINITY) return 'without positive income'
  if (to === undefined) return `of ${inWords(from)} or more`
  return from <= 1 ? `below ${inWords(to)}` : `from ${inWords(from)} to ${inWords(to)}`
}

function inWords(amount: number): string {
  if (amount >= 1_000_000) return `$${amount / 1_000_000} million`
  return `$${amount.toLocaleString('en-US')}`
}
