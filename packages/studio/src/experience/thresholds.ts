import type { DecisionDocument } from 'holon'
import { decidesAll, selectiveOf } from './coverage.ts'
import { formatProbability } from './format.ts'
import type { Line, Stretch } from './lines.ts'

/** From which probability on a person meets what, in words; and what no probability makes best. */
export function thresholdWords(
  lines: readonly Pick<Line, 'name'>[],
  stretches: readonly Stretch[],
): readonly string[] {
  const never = lines
    .filter(({ name }) => stretches.every(({ experience }) => experience !== name))
    .map(({ name }) => `${name} never`)
  return [...stretches.map(stretchWords), ...never]
}

function stretchWords({ experience, from, to }: Stretch): string {
  if (from === 0) {
    return to === 1
      ? `${experience}, whatever the probability`
      : `${experience} up to ${formatProbability(to)}`
  }
  return `${experience} from ${formatProbability(from)} on`
}

/** Which cases a selective policy hands over, in words; nothing for others. */
export function handOverWords({ policy }: Pick<DecisionDocument, 'policy'>): readonly string[] {
  const selective = selectiveOf(policy)
  if (selective === undefined) return []
  const { handOver } = selective
  if (!selective.certified) return [`${handOver} in every case, because the promise cannot be kept`]
  if (decidesAll(selective)) return [`${handOver} never`]
  return [`${handOver} where the model is less sure than ${formatProbability(selective.threshold)}`]
}
