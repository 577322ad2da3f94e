import type { FairnessDeclaration, FairnessEstimate, FairnessReversal } from '../../spec/fairness.ts'
import {
  type StandardisedDifference,
  type StratumRate,
  standardisedDifference,
} from '../../stats/fairness/standardised-difference.ts'
import type { Located } from '../../stats/interval/contrast.ts'
import { anyShare } from '../../stats/interval/interval.ts'
import { type Answered, type Cell, located, nameOf, toldOf } from './cell.ts'
import { compare, type Pair } from './pairs.ts'
import { percent, points } from './words.ts'

/** Strata of one kind, and the benefit of every group within each. */
export interface Stratified {
  readonly name: string
  readonly strata: readonly string[]
  /** By the name of the group, then by the stratum. */
  readonly benefit: ReadonlyMap<string, ReadonlyMap<string, Answered>>
}

/**
 * Differences in the benefit that turn around, vanish or appear within strata (E. H. Simpson, 1951). Only what both
 * intervals say is told: that of the difference in all, and that of the difference standardised to strata, simultaneous
 * over all pairs of groups and kinds of strata. A verdict needs both at once, so no further allowance is due for two.
 */
export function reversalsOf(
  cells: readonly Cell[],
  kinds: readonly Stratified[],
  declaration: FairnessDeclaration,
): readonly FairnessReversal[] {
  const looks = Math.max(1, kinds.length)
  const { pairs } = compare(cells, 'benefit', declaration, looks)
  const confidence = 1 - 0.05 / (looks * Math.max(1, pairs.length))
  return kinds.flatMap((kind) =>
    pairs.flatMap((pair) => {
      const found = within(kind, pair, confidence)
      const verdict = found && verdictOf(pair.gap, found)
      return verdict === undefined || found === undefined
        ? []
        : [told(kind, pair, verdict, found, cells, declaration)]
    }),
  )
}

function within(kind: Stratified, { between }: Pair, confidence: number): StandardisedDifference | undefined {
  const rate = (group: string, stratum: string): StratumRate => {
    const answered = kind.benefit.get(group)?.get(stratum)
    return located(answered, confidence, 1) ?? { value: 0, n: 0, ...anyShare }
  }
  return standardisedDifference(
    kind.strata.map((stratum) => ({ first: rate(between[0], stratum), second: rate(between[1], stratum) })),
  )
}

/** -1, 0 or 1: on which side of zero the whole interval lies. */
const side = ({ lower, upper }: Located): number => (lower > 0 ? 1 : upper < 0 ? -1 : 0)

function verdictOf(inAll: Located, within: Located): FairnessReversal['verdict'] | undefined {
  const [all, inside] = [side(inAll), side(within)]
  if (all !== 0 && inside === -all) return 'reverses'
  const moved = within.upper < inAll.value || within.lower > inAll.value
  if (!moved) return undefined
  if (all !== 0 && inside === 0) return 'vanishes'
  return all === 0 && inside !== 0 ? 'appears' : undefined
}

function told(
  { name, strata, benefit }: Stratified,
  { between, gap, values }: Pair,
  verdict: FairnessReversal['verdict'],
  within: StandardisedDifference,
  cells: readonly Cell[],
  { minimum }: FairnessDeclaration,
): FairnessReversal {
  const size = (group: string): number => cells.find((cell) => nameOf(cell) === group)?.n ?? 0
  const n = size(between[0]) + size(between[1])
  const rate = (group: string, stratum: string): FairnessEstimate => {
    const answered = benefit.get(group)?.get(stratum)
    return answered === undefined ? { value: null, interval: null, n: 0 } : toldOf(answered, minimum)
  }
  return {
    ...{ strata: name, verdict, between },
    inAll: { value: gap.value, interval: [gap.lower, gap.upper], n },
    within: { value: within.value, interval: [within.lower, within.upper], n: Math.round(n * within.covers) },
    by: strata.map((stratum) => ({
      stratum,
      first: rate(between[0], stratum),
      second: rate(between[1], stratum),
    })),
    words: wordsOf(name, between, values, verdict, within),
  }
}

function wordsOf(
  strata: string,
  [first, second]: Pair['between'],
  [high, low]: Pair['values'],
  verdict: FairnessReversal['verdict'],
  { value, lower, upper, covers }: StandardisedDifference,
): string {
  const inAll = `In all, ${percent(high)} of ${first} and ${percent(low)} of ${second} were treated well`
  const ahead = `${value > 0 ? first : second} are ahead by ${points(Math.abs(value))}`
  const says = {
    reverses: `the difference turns around: within ${strata}, ${ahead}`,
    vanishes: `the difference vanishes within ${strata}: what is left lies between ${points(lower)} and ${points(upper)}`,
    appears: `no difference shows in all, but within ${strata}, ${ahead}`,
  }[verdict]
  const part = covers < 0.995 ? ` Only ${percent(covers)} of them lie in strata where both groups are.` : ''
  return `${inAll}; ${says}. The groups are spread unequally over ${strata} (Simpson's paradox).${part}`
}
