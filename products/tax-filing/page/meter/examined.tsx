import type { MeterReading } from '../../meter.ts'
import { published } from './income-band.ts'

/** How often returns of this income are examined at all, with where the number is from right beside it. */
export function Examined({ examined }: Pick<MeterReading, 'examined'>) {
  if (examined === null) return null
  const { percent, band, source } = examined
  const known = published(source, band)
  return (
    <section className="meter-part" aria-label="How often returns are examined">
      <h3>How often returns are examined at all</h3>
      <p>
        The IRS examined <strong>{percent}%</strong> of returns {known?.incomes ?? `in the band ${band}`}
        {known !== undefined && ` for tax year ${known.year}`}: {inThousand(percent)}.
        {known?.final === false &&
          ' Returns of that year could still be picked then, so the final rate is higher.'}
      </p>
      <p className="small">Source: {source}.</p>
    </section>
  )
}

function inThousand(percent: number): string {
  return `${Math.round(percent * 10)} in 1,000`
}
