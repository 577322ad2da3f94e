/**
 * The call that answers a document, as TypeScript: what somebody pastes beside the system they opened. Arguments at the end
 * that are undefined, and fields that are, are left out.
 *
 * @example
 * ```ts excerpt
 * callText('roads', 'goals', { slice: 'area' })
 * // holon: the system "roads" as open() answers it
 * const document = await holon.goals({ slice: 'area' })
 * ```
 */
export function callText(system: string, method: string, ...given: readonly unknown[]): string {
  const last = given.findLastIndex((one) => one !== undefined && !isBare(one))
  const words = given.slice(0, last + 1).map((one) => literalText(one))
  return [
    `// holon: the system ${JSON.stringify(system)} as open() answers it`,
    `const document = await holon.${method}(${words.join(', ')})`,
    '',
  ].join('\n')
}

const isBare = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && fieldsOf(value).length === 0

const fieldsOf = (value: object): readonly (readonly [string, unknown])[] =>
  Object.entries(value).filter(([, one]) => one !== undefined)

/** Up to this many characters stand on one line. */
const wide = 76

/** A JSON value as TypeScript writes it, with lines indented by `depth` where one is too short. */
export function literalText(value: unknown, depth = 0): string {
  if (typeof value === 'string') return textLiteral(value)
  if (typeof value !== 'object' || value === null) return String(value)
  const inner = (one: unknown): string => literalText(one, depth + 1)
  const isList = Array.isArray(value)
  const parts = isList
    ? value.map(inner)
    : fieldsOf(value).map(([key, one]) => `${keyText(key)}: ${inner(one)}`)
  if (parts.length === 0) return isList ? '[]' : '{}'
  const line = isList ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`
  if (line.length + 2 * depth <= wide && !line.includes('\n')) return line
  const [open, close] = isList ? ['[', ']'] : ['{', '}']
  const indent = '  '.repeat(depth)
  return `${open}\n${parts.map((part) => `${indent}  ${part},\n`).join('')}${indent}${close}`
}

const keyText = (key: string): string => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : textLiteral(key))

function textLiteral(text: string): string {
  const inside = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return `'${inside}'`
}
