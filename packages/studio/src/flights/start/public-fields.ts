import type { DecisionDocument } from 'holon'
import { optionsOf } from '../../form/options.ts'
import { type Shape, shapeOf } from '../../form/shape.ts'
import type { Condition } from './audience.ts'

/** A field that a flight may go by, and the condition that one begins with. */
export interface PublicField {
  readonly name: string
  readonly shape: Shape
  readonly begin: Condition
}

/** Public fields at the top of a context whose values can be compared. */
export function publicFields({ contextSchema, dataClasses }: DecisionDocument): readonly PublicField[] {
  const shape = shapeOf(contextSchema)
  if (shape.kind !== 'object') return []
  return shape.fields.flatMap(({ name, shape }) => {
    const own = shape.kind === 'nullable' ? shape.of : shape
    const value = beginOf(own)
    if (dataClasses[name] !== 'public' || value === undefined) return []
    return [{ name, shape: own, begin: { field: name, by: 'eq' as const, value } }]
  })
}

/** The first of few values, or an empty one; undefined where values cannot be compared. */
function beginOf(shape: Shape): Condition['value'] | undefined {
  const [first] = optionsOf(shape) ?? []
  const value = first?.value
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (shape.kind === 'number') return 0
  return shape.kind === 'text' ? '' : undefined
}
