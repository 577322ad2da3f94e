import { FlagError, type FlagErrorCode } from '@holon/flags'
import { errorCodes, HolonError } from 'holon'
import { MethodError } from '../methods.ts'
import { problemOf } from '../problem.ts'

/** An error as the protocol writes it. */
export interface Failure {
  readonly key?: string
  readonly errorCode: FlagErrorCode | 'PARSE_ERROR'
  readonly errorDetails: string
}

/** How the protocol answers an error; undefined where it leaves the body to the server. */
export function failureOf(
  error: unknown,
  key: string | undefined,
): { readonly status: number; readonly body: Failure } | undefined {
  if (error instanceof MethodError) return undefined
  const named = key === undefined ? {} : { key }
  if (error instanceof FlagError) {
    return { status: statusOf(error), body: { ...named, ...described(error) } }
  }
  const { status, code, detail, fix } = problemOf(error)
  if (code === 'request-invalid' && status === 400) {
    return { status, body: { ...named, errorCode: 'PARSE_ERROR', errorDetails: `${detail} ${fix}` } }
  }
  if (status < 500) return undefined
  return { status: 500, body: { ...named, errorCode: 'GENERAL', errorDetails: `${detail} ${fix}` } }
}

/** What a caller is told about an error. Nothing of an error that is not ours is shown. */
export const described = ({ code, message }: FlagError): Failure => ({
  errorCode: code,
  errorDetails: message,
})

/** The protocol knows 400, 404 and 500. */
function statusOf({ code, cause }: FlagError): number {
  if (code === 'FLAG_NOT_FOUND') return 404
  if (code !== 'GENERAL') return 400
  return cause instanceof HolonError && errorCodes[cause.code].status < 500 ? 400 : 500
}
