const currency = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  trailingZeroDisplay: 'stripIfInteger',
})

/** An amount as a person reads it: `$1,234`, cents only where there are any, `-$5` below zero. */
export function dollars(amount: number): string {
  // A rounded negative fraction of a cent would read as minus zero.
  const cents = Math.round(amount * 100) / 100
  return currency.format(cents === 0 ? 0 : cents)
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[]): string {
  if (parts.length <= 1) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

/** `22% of $3,500`. */
export function share(percent: number, amount: number): string {
  return `${percent}% of ${dollars(amount)}`
}

/** `$5 + $7 - $2`. */
export function summed(amounts: readonly number[]): string {
  return amounts.map((amount, index) => signed(amount, index === 0)).join(' ')
}

function signed(amount: number, first: boolean): string {
  if (first) return dollars(amount)
  return amount < 0 ? `- ${dollars(-amount)}` : `+ ${dollars(amount)}`
}
