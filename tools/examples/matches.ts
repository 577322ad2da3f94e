import { type Expression, parseSync } from 'oxc-parser'

/**
 * Is a value the one written in a comment? Numbers need to agree in the digits that are written. A comment that is not a
 * literal value is prose: undefined.
 */
export function matches(value: unknown, comment: string): boolean | undefined {
  const { program, errors } = parseSync('comment.ts', `(${comment})`)
  const [statement] = program.body
  if (errors.length > 0 || statement?.type !== 'ExpressionStatement') return undefined
  return agree(value, bare(statement.expression))
}

function agree(value: unknown, written: Expression): boolean | undefined {
  if (written.type === 'Literal') {
    if (typeof written.value === 'number') return agreeInDigits(value, written.value, written.raw ?? '')
    return value === written.value
  }
  if (written.type === 'Identifier') return agreeByName(value, written.name)
  if (written.type === 'UnaryExpression' && written.operator === '-') {
    return typeof value === 'number' ? agree(-value, written.argument) : false
  }
  if (written.type === 'ArrayExpression') return agreeInItems(value, written.elements)
  if (written.type === 'ObjectExpression') return agreeInFields(value, written.properties)
  return undefined
}

type Items = Extract<Expression, { type: 'ArrayExpression' }>['elements']
type Fields = Extract<Expression, { type: 'ObjectExpression' }>['properties']

function agreeByName(value: unknown, name: string): boolean | undefined {
  const named: Readonly<Record<string, unknown>> = {
    NaN: Number.NaN,
    Infinity: Infinity,
    undefined: undefined,
  }
  return name in named ? Object.is(value, named[name]) : undefined
}

function agreeInDigits(value: unknown, expected: number, raw: string): boolean {
  if (typeof value !== 'number') return false
  const [mantissa = '', exponent = '0'] = raw.toLowerCase().split('e')
  const decimals = (mantissa.split('.')[1] ?? '').length - Number(exponent)
  return Math.abs(value - expected) <= 0.5 * 10 ** -decimals * (1 + 1e-9)
}

function agreeInItems(value: unknown, items: Items): boolean | undefined {
  const list = ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<unknown>) : value
  if (!Array.isArray(list)) return false
  const all = items.map((item, index) =>
    item === null || item.type === 'SpreadElement' ? undefined : agree(list[index], bare(item)),
  )
  return all.includes(undefined) ? undefined : list.length === items.length && all.every(Boolean)
}

function agreeInFields(value: unknown, fields: Fields): boolean | undefined {
  if (typeof value !== 'object' || value === null) return false
  const record = value as Readonly<Record<string, unknown>>
  const all = fields.map((field) => {
    if (field.type !== 'Property') return undefined
    const name =
      field.key.type === 'Identifier' ? field.key.name : String((field.key as { value?: unknown }).value)
    return agree(record[name], bare(field.value as Expression))
  })
  return all.includes(undefined)
    ? undefined
    : Object.keys(record).length === fields.length && all.every(Boolean)
}

function bare(expression: Expression): Expression {
  return expression.type === 'ParenthesizedExpression' ? bare(expression.expression) : expression
}
