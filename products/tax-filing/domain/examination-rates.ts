/** A band of total positive income and how often its returns were examined. */
export interface ExaminationBand {
  readonly name: string
  /** Dollars; the first band holds returns without positive income. */
  readonly from: number
  /** Percent of the returns filed that were examined. */
  readonly percent: number
}

/** Published examination rates of one tax year, or of several pooled. */
export interface ExaminationRates {
  readonly taxYears: readonly [first: number, last: number]
  readonly source: string
  /** Whether the time in which the IRS may still open an examination was over; before, rates can only grow. */
  readonly final: boolean
  /** The bands published with this source, by income; lower ones may be missing. */
  readonly bands: readonly ExaminationBand[]
}

/** An examination rate with where it comes from. */
export interface ExaminationRate {
  readonly percent: number
  readonly band: ExaminationBand
  readonly rates: ExaminationRates
}

const topBands = (from1M: number, from5M: number, from10M: number): readonly ExaminationBand[] => [
  { name: '1M-5M', from: 1_000_000, percent: from1M },
  { name: '5M-10M', from: 5_000_000, percent: from5M },
  { name: '10M_or_more', from: 10_000_000, percent: from10M },
]

/** Examination rates of individual returns by total positive income, as published; bands not published are left out. */
export const examinationRates: readonly ExaminationRates[] = Object.freeze([
  {
    taxYears: [2016, 2016],
    source: 'IRS Data Book 2020 (Publication 55-B), Table 17, highlights of the compliance presence section',
    final: true,
    bands: topBands(2.2, 4.2, 7.0),
  },
  {
    taxYears: [2018, 2018],
    source: 'IRS Data Book 2022 (Publication 55-B), Table 17, highlights of the compliance presence section',
    final: true,
    bands: topBands(1.2, 2.2, 9.2),
  },
  {
    taxYears: [2019, 2019],
    source: 'IRS statement "Updated IRS Audit Numbers" of May 26, 2022, rates as of May 1, 2022',
    final: false,
    bands: [
      { name: 'none', from: Number.NEGATIVE_INFINITY, percent: 1.1 },
      { name: '1-25K', from: 1, percent: 0.4 },
      { name: '25K-50K', from: 25_000, percent: 0.2 },
      { name: '50K-75K', from: 50_000, percent: 0.2 },
      { name: '75K-100K', from: 75_000, percent: 0.2 },
      { name: '100K-200K', from: 100_000, percent: 0.2 },
      { name: '200K-500K', from: 200_000, percent: 0.2 },
      { name: '500K-1M', from: 500_000, percent: 0.6 },
      ...topBands(1.3, 2.0, 8.7),
    ],
  },
  {
    taxYears: [2013, 2021],
    source:
      'IRS Data Book 2023 (Publication 55-B), as summarized by the National Association of Tax Professionals',
    final: false,
    bands: topBands(1.6, 3.1, 8.7),
  },
])

/** The published rates of one tax year, or of the years pooled by a source. */
export function ratesOf(first: number, last = first): ExaminationRates | undefined {
  return examinationRates.find(({ taxYears }) => taxYears[0] === first && taxYears[1] === last)
}

/**
 * How often returns of this total positive income are examined: the latest final rate of a single year where one is
 * published for the band, otherwise the latest one so far.
 *
 * @param totalPositiveIncome dollars
 *
 * @example
 * ```ts
 * examinationRate(2_000_000)?.percent // 1.2, tax year 2018
 * examinationRate(60_000)?.percent // 0.2, tax year 2019 so far
 * ```
 */
export function examinationRate(totalPositiveIncome: number): ExaminationRate | undefined {
  const single = examinationRates.filter(({ taxYears: [first, last] }) => first === last)
  const preferred = [...single].sort(
    (a, b) => Number(b.final) - Number(a.final) || b.taxYears[1] - a.taxYears[1],
  )
  for (const rates of preferred) {
    const band = bandOf(totalPositiveIncome, rates)
    if (band !== undefined) return { percent: band.percent, band, rates }
  }
  return undefined
}

/** The band of published rates that an income falls into. */
export function bandOf(
  totalPositiveIncome: number,
  { bands }: ExaminationRates,
): ExaminationBand | undefined {
  return bands.findLast(({ from }) => totalPositiveIncome >= from)
}
