const steps = ['B', 'KB', 'MB', 'GB', 'TB'] as const

/** A number of bytes for a person: `1.4 MB`. */
export function bytes(count: number): string {
  const step = Math.min(steps.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(count, 1)) / 3)))
  return `${step === 0 ? count : (count / 1000 ** step).toFixed(1)} ${steps[step]}`
}

/** A whole number with its thousands apart: `12,345`. */
export function thousands(count: number): string {
  return Math.round(count).toLocaleString('en-US')
}
