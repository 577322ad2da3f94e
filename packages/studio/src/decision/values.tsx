import type { Json, JsonObject } from 'holon'
import { isObject } from '../form/shape.ts'
import { formatJson, formatName } from '../format/json.ts'
import { formatShare } from '../format/number.ts'
import './values.css'

/** An object's fields, nested ones below a path. `sealed`: kept under the person's key. */
export function Values({ values, sealed = false }: { values: JsonObject; sealed?: boolean }) {
  const isLong = (row: readonly [string, Json]) => formatJson(row[1]).length > 36
  const flat = flatten(values)
  // Long ones last: each takes a whole line.
  const rows = [...flat.filter((row) => !isLong(row)), ...flat.filter(isLong)]
  return (
    <dl className="values" data-sealed={sealed}>
      {rows.map((row) => (
        <div key={row[0]} data-long={isLong(row)}>
          <dt>{row[0].split('.').map(formatName).join(' · ')}</dt>
          <dd>{formatJson(row[1])}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What a model said, in the colour of models. */
export function Said({ value, share }: { value: Json | undefined; share: boolean }) {
  if (value === undefined) return <span className="said-nothing">nothing usable</span>
  if (isObject(value)) return <Values values={value} />
  const text = typeof value === 'number' && share ? formatShare(value) : formatJson(value)
  return <b className="said-value">{text}</b>
}

function flatten(values: JsonObject, before = ''): readonly (readonly [string, Json])[] {
  return Object.entries(values).flatMap(([name, value]) =>
    isObject(value) && Object.keys(value).length > 0
      ? flatten(value, `${before}${name}.`)
      : [[before + name, value] as const],
  )
}
