import type { Json } from 'holon'
import type { Shape } from './shape.ts'

/** A value to begin a new item with. */
export function emptyValue(shape: Shape): Json {
  switch (shape.kind) {
    case 'boolean':
      return false
    case 'number':
      return Math.max(0, shape.least ?? 0)
    case 'text':
      return ''
    case 'choice':
      return shape.options[0] ?? ''
    case 'constant':
      return shape.value
    case 'object':
      return Object.fromEntries(
        shape.fields.filter((field) => field.required).map(({ name, shape: of }) => [name, emptyValue(of)]),
      )
    case 'list':
      return []
    case 'nullable':
    case 'json':
      return null
  }
}
