import type { BenchResult } from './result.ts'

/** How much worse than its baseline a ratio may get. */
const tolerance = 0.15

/** A result as a line of the table, and whether its ratio is worse than its baseline allows. */
export function verdictOf(result: BenchResult, baseline: Readonly<Record<string, number>>) {
  const { name, unit, subject, peer, peerValue, ratio, budget, higherIsBetter } = result
  const key = `${name} / ${peer}`
  const before = baseline[key]
  const change = before === undefined ? 0 : (higherIsBetter ? before / ratio : ratio / before) - 1
  const worse = change > tolerance
  const figures = `${number(subject)} against ${number(peerValue)} ${unit}`
  const past = before === undefined ? '' : `, baseline ${number(before)}`
  const line = `${name} / ${peer}: ${figures}, ratio ${number(ratio)}${budget === '' ? '' : `, budget ${budget}`}${past}`
  return { key, worse, line: worse ? `${line}: ${Math.round(change * 100)} % worse` : line }
}

const number = (value: number): string => String(Number(value.toPrecision(3)))
