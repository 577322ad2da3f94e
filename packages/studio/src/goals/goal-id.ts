/** The id of the element that shows a goal, to link to. */
export function goalId(name: string): string {
  return `goal-${name.replace(/[^\p{L}\p{N}]+/gu, '-')}`
}
