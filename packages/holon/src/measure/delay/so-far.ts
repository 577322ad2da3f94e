import type { FeedbackShape } from '../../spec/measure.ts'

/** The shapes, with the one of that name joining as it is so far. */
export const joinedSoFar = (shapes: readonly FeedbackShape[], name: string): readonly FeedbackShape[] =>
  shapes.map((shape) => (shape.name === name ? { ...shape, soFar: true } : shape))
