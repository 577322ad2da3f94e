import type { Shape } from './shape.ts'

/** In g. Of the recorded falls the softest had 3.2. */
const softest = 2

/** Whether a moment is worth a decision: what is softer than any fall never leaves the wrist. */
export function isWorthDeciding({ impact }: Pick<Shape, 'impact'>): boolean {
  return impact >= softest
}
