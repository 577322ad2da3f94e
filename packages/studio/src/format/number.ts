const plain = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 4 })
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })
const dollars = { style: 'currency', currency: 'USD' } as const
const wholeDollars = new Intl.NumberFormat('en-US', { ...dollars, maximumFractionDigits: 0 })
const dollarsAndCents = new Intl.NumberFormat('en-US', { ...dollars, trailingZeroDisplay: 'stripIfInteger' })

/** A number with the digits that matter, thousands separated: `1,284`, `0.0312`. */
export function formatNumber(value: number): string {
  return (Math.abs(value) >= 1000 ? whole : plain).format(value).replace('-', '−')
}

/** A measured number, with three digits: more would claim to know more. `4.13`, `1,284`. */
export function formatMeasured(value: number): string {
  return formatNumber(Number(value.toPrecision(3)) || 0)
}

/** A probability or share as a percentage with one decimal, two where it is small: `61.4%`, `0.24%`. */
export function formatShare(share: number): string {
  const percent = share * 100
  const size = Math.abs(percent)
  const digits = size === 0 || size === 100 ? 0 : size < 1 ? 2 : 1
  return `${percent.toFixed(digits).replace('-', '−')}%`
}

/** A change of a probability in percentage points, with its sign: `+3.1 pp`. */
export function formatPoints(change: number): string {
  const points = (change * 100).toFixed(1)
  return `${Number(points) > 0 ? '+' : ''}${points.replace('-', '−')} pp`
}

/** A number with its sign: `+0.4`. */
export function formatSigned(value: number): string {
  return `${value > 0 ? '+' : ''}${formatNumber(value)}`
}

/** Dollars, with cents below a hundred: `$1,284`, `$3.42`. */
export function formatDollars(value: number): string {
  const format = Math.abs(value) < 100 ? dollarsAndCents : wholeDollars
  return format.format(value).replace('-', '−')
}

/** A length of time given in milliseconds: `7 µs`, `0.42 ms`, `12 ms`, `1.2 s`. */
export function formatMilliseconds(ms: number): string {
  if (ms < 0.1) return `${Math.round(ms * 1000)} µs`
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`
  return `${ms >= 10 ? ms.toFixed(0) : ms.toPrecision(2)} ms`
}
