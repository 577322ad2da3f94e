/** A text as SQL, whatever is in it. DuckDB knows no escapes inside quotes, and takes no NUL in a statement. */
export function text(value: string): string {
  const parts = value.split('\0').map((part) => `'${part.replaceAll("'", "''")}'`)
  return parts.length === 1 ? parts.join('') : `(${parts.join(' || chr(0) || ')})`
}

/** A number as SQL: with an exponent it is a double, without one DuckDB would make it a decimal. */
export function number(value: number): string {
  return Number.isFinite(value) ? `(${value.toExponential()})` : `('${value}'::DOUBLE)`
}

/** A number, text or boolean as SQL. */
export function literal(value: number | string | boolean): string {
  if (typeof value === 'number') return number(value)
  return typeof value === 'string' ? text(value) : value ? 'TRUE' : 'FALSE'
}
