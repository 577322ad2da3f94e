import type { FastifyInstance } from 'fastify'
import { HolonError } from 'holon'

/** Deepest nesting of arrays and objects that is read. */
const depthLimit = 64

/** A body that is shorter cannot nest deeply enough to trouble recursive code. */
const harmless = 1024

/** Only JSON is read: the other types a browser sends without asking first are none of ours. */
export function readJson(scope: FastifyInstance): void {
  const parse = scope.getDefaultJsonParser('error', 'ignore')
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    refuseDepth(body)
    parse(request, body, done)
  })
}

/**
 * Refuses JSON that nests deeper than anything a person means: a megabyte of `[` is valid JSON that overflows the stack
 * of whatever walks through it later.
 *
 * @throws HolonError `request-invalid`
 */
export function refuseDepth(json: string): void {
  if (json.length < harmless || depth(json) <= depthLimit) return
  throw new HolonError(
    'request-invalid',
    `The body nests deeper than ${depthLimit} levels.`,
    'Send a flatter document.',
  )
}

function depth(json: string): number {
  let level = 0
  let deepest = 0
  let quoted = false
  for (let index = 0; index < json.length; index++) {
    const code = json.charCodeAt(index)
    if (code === quote) quoted = !quoted
    else if (quoted) index += code === backslash ? 1 : 0
    else if (code === openBracket || code === openBrace) deepest = Math.max(deepest, ++level)
    else if (code === closeBracket || code === closeBrace) level--
  }
  return deepest
}

const [quote, backslash, openBracket, closeBracket, openBrace, closeBrace] = [34, 92, 91, 93, 123, 125]
