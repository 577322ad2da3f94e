import { styleText } from 'node:util'
import { type ErrorCode, HolonError } from 'holon'

/** Errors that the person who called can put right by calling differently. */
const misuse: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'name-unknown',
  'decision-id-invalid',
  'decision-unknown',
  'config-invalid',
  'input-invalid',
  'data-invalid',
])

/** The exit code for an error: 2 for misuse, 1 for anything that is wrong. */
export function exitCodeOf(error: unknown): 1 | 2 {
  return error instanceof HolonError && misuse.has(error.code) ? 2 : 1
}

/** An error for a person, or as a line of JSON. The stack is shown on demand only. */
export function tellError(
  error: unknown,
  { json, verbose }: { readonly json: boolean; readonly verbose: boolean },
): string {
  const { code, message, fix } = partsOf(error)
  if (json) return `${JSON.stringify({ error: { code, message, fix } })}\n`
  const red = (text: string): string => styleText('red', text, { stream: process.stderr })
  const dim = (text: string): string => styleText('dim', text, { stream: process.stderr })
  const stack = verbose && error instanceof Error ? `${dim(error.stack ?? '')}\n` : ''
  return `${red(message)}\n${fix}\n${dim(code)}\n${stack}`
}

function partsOf(error: unknown): { code: string; message: string; fix: string } {
  if (error instanceof HolonError) return error
  const message = error instanceof Error ? error.message : String(error)
  return { code: 'internal', message, fix: 'Run it again with --verbose and report what it shows.' }
}
