import type { StandardSchemaV1 } from '@standard-schema/spec'
import { isPromise } from '../decide/predict.ts'
import { type ErrorCode, HolonError } from '../spec/error.ts'
import type { Schema } from '../spec/schema.ts'

/** The output of a schema for an untrusted value, at once if the schema allows; HolonError with every issue where it does not fit. */
export function validate(
  schema: Schema,
  value: unknown,
  code: ErrorCode,
  what: string,
): unknown | Promise<unknown> {
  const result = schema['~standard'].validate(value)
  if (isPromise(result)) return result.then((late) => outputOf(late, code, what))
  return outputOf(result, code, what)
}

function outputOf(result: StandardSchemaV1.Result<unknown>, code: ErrorCode, what: string): unknown {
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
