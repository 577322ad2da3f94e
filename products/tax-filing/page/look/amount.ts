const minus = '\u2212'
const exact = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })

/** An amount in a column, to the cent: `$1,234.50`, `−$5.00`. */
export function toTheCent(amount: number): string {
  return signed(amount, exact)
}

/** An amount in whole dollars: `$1,235`. */
export function toTheDollar(amount: number): string {
  return signed(amount, whole)
}

/** Percent with at most one digit after the point: `12.9%`. */
export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`
}

function signed(amount: number, format: Intl.NumberFormat): string {
  const digits = format.format(Math.abs(amount))
  const isZero = !/[1-9]/.test(digits)
  return `${amount < 0 && !isZero ? minus : ''}$${digits}`
}
