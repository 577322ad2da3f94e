import { type ErrorCode, HolonError } from '../spec/error.ts'
import type { Schema } from '../spec/schema.ts'

/** The output of a schema for an untrusted value; HolonError with every issue where it does not fit. */
export async function validate(
  schema: Schema,
  value: unknown,
  code: ErrorCode,
  what: string,
): Promise<unknown> {
  const result = await schema['~standard'].validate(value)
  if (result.issues === undefined) return result.value
  const issues = result.issues.map(({ message, path }) => {
    const keys = path?.map((part) => String(typeof part === 'object' ? part.key : part)) ?? []
    return { path: keys.join('.'), message }
  })
  const words = issues.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; ')
  throw new HolonError(
    code,
    `The ${what} does not fit its schema: ${words}`,
    'Correct the fields named and send it again.',
    {
      details: { issues },
    },
  )
}
