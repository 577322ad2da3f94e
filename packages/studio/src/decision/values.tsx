import type { Json, JsonObject } from 'holon'
import { isObject } from '../form/shape.ts'
import { formatJson, formatName } from '../format/json.ts'
import './values.css'

type Row = readonly [path: string, value: Json]

const longest = 36
const fewest = 4

/** An object's fields, nested ones by their path. With `fold`, many that say nothing (0, no, empty) are folded away. */
export function Values({ values, fold = false }: { values: JsonObject; fold?: boolean }) {
  const rows = flatten(values)
  const blank = fold ? rows.filter(([, value]) => isBlank(value)) : []
  if (blank.length <= fewest) return <Rows rows={rows} />
  return (
    <>
      <Rows rows={rows.filter((row) => !blank.includes(row))} />
      <details className="values-more">
        <summary>{blank.length} more that are 0, no or empty</summary>
        <Rows rows={blank} />
      </details>
    </>
  )
}

function Rows({ rows }: { rows: readonly Row[] }) {
  const isLong = ([, value]: Row) => formatJson(value).length > longest
  // Long ones last: each takes a whole line.
  const ordered = [...rows.filter((row) => !isLong(row)), ...rows.filter(isLong)]
  return (
    <dl className="values">
      {ordered.map((row) => (
        <div key={row[0]} data-long={isLong(row)}>
          <dt>{row[0].split('.').map(formatName).join(' · ')}</dt>
          <dd>{formatJson(row[1])}</dd>
        </div>
      ))}
    </dl>
  )
}

const isBlank = (value: Json): boolean =>
  value === 0 ||
  value === false ||
  value === '' ||
  value === null ||
  (Array.isArray(value) && value.length === 0)

function flatten(values: JsonObject, before = ''): readonly Row[] {
  return Object.entries(values).flatMap(([name, value]) =>
    isObject(value) && Object.keys(value).length > 0
      ? flatten(value, `${before}${name}.`)
      : [[before + name, value] as const],
  )
}
