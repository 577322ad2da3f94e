import type { Expression } from '../spec/measure.ts'

type Op = Expression['op']

/**
 * The names of the feedback that a measure, or any part of one, reads by these operations. What stands inside of `past` is
 * passed over.
 */
export function feedbackNames(
  of: unknown,
  options: { readonly by?: readonly Op[]; readonly past?: Op } = {},
): readonly string[] {
  const { by = ['feedback'], past } = options
  if (typeof of !== 'object' || of === null) return []
  const op = 'op' in of ? of.op : undefined
  if (op !== undefined && op === past) return []
  const inside = Object.values(of).flatMap((one) => feedbackNames(one, options))
  return by.some((one) => one === op) && 'name' in of ? [String(of.name), ...inside] : inside
}
