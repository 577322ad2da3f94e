import type { Json } from 'holon'
import { isObject } from '../form/shape.ts'
import { formatJson } from '../format/json.ts'
import { formatShare } from '../format/number.ts'
import './said.css'
import { Values } from './values.tsx'

/** What a model said, in the colour of models. `share`: it is a probability. */
export function Said({ value, share }: { value: Json | undefined; share: boolean }) {
  if (value === undefined) return <span className="said-nothing">nothing usable</span>
  if (isObject(value)) return <Values values={value} />
  const text = typeof value === 'number' && share ? formatShare(value) : formatJson(value)
  return <b className="said-value">{text}</b>
}
