/**
 * An action's utility when the goal is there and when it is not; between them it is linear in the probability
 * of the goal.
 */
export interface UtilityLine<Name extends string = string> {
  readonly name: Name
  readonly whenTrue: number
  readonly whenFalse: number
}

/** An action that is best from the probability `from` on, up to the next entry. */
export interface BestFrom<Name extends string = string> {
  readonly name: Name
  readonly from: number
}

/** The expected utility of an action at probability p of the goal. */
export function expectedUtilityAt(line: UtilityLine, p: number): number {
  return p * line.whenTrue + (1 - p) * line.whenFalse
}

/**
 * The probability at which two actions are worth the same, or undefined where their lines do not cross inside
 * [0, 1] (E. Horvitz, Principles of Mixed-Initiative User Interfaces, 1999).
 */
export function indifference(a: UtilityLine, b: UtilityLine): number | undefined {
  const gainWhenFalse = a.whenFalse - b.whenFalse
  const gainWhenTrue = b.whenTrue - a.whenTrue
  const slope = gainWhenFalse + gainWhenTrue
  if (slope === 0) return undefined
  const p = gainWhenFalse / slope
  return p >= 0 && p <= 1 ? p : undefined
}

/**
 * Which action is best from which probability on: the upper envelope of the utility lines, in ascending
 * order. An action that is best nowhere is left out; of equal actions the first given stays.
 */
export function bestActions<Name extends string>(lines: readonly UtilityLine<Name>[]): BestFrom<Name>[] {
  const envelope: BestFrom<Name>[] = []
  let current = bestAt(lines, 0)
  let from = 0
  while (current !== undefined) {
    envelope.push({ name: current.name, from })
    const next = nextAbove(lines, current, from)
    current = next?.line
    from = next?.at ?? 1
  }
  return envelope
}

function slope(line: UtilityLine): number {
  return line.whenTrue - line.whenFalse
}

function bestAt<Name extends string>(
  lines: readonly UtilityLine<Name>[],
  p: number,
): UtilityLine<Name> | undefined {
  let best: UtilityLine<Name> | undefined
  for (const line of lines) {
    const gain = best === undefined ? 1 : expectedUtilityAt(line, p) - expectedUtilityAt(best, p)
    if (best === undefined || gain > 0 || (gain === 0 && slope(line) > slope(best))) best = line
  }
  return best
}

function nextAbove<Name extends string>(
  lines: readonly UtilityLine<Name>[],
  current: UtilityLine<Name>,
  from: number,
): { line: UtilityLine<Name>; at: number } | undefined {
  let next: { line: UtilityLine<Name>; at: number } | undefined
  for (const line of lines) {
    if (slope(line) <= slope(current)) continue
    const at = indifference(current, line)
    if (at === undefined || at < from || at >= 1) continue
    const earlier = next === undefined || at < next.at
    if (earlier || (at === next?.at && slope(line) > slope(next.line))) next = { line, at }
  }
  return next
}
