import type { DecisionDocument, SystemDocument } from 'holon'
import { type UtilityLine, utilityEnvelope } from 'holon/stats'
import type { Utilities } from './utilities.ts'

/** The expected utility of an experience over the probability: a line between its two ends. */
export interface Line extends UtilityLine {
  readonly name: string
}

/** An experience and the probabilities for which it is best. */
export interface Stretch {
  readonly experience: string
  readonly from: number
  readonly to: number
}

const worthless = { right: 0, wrong: 0, interrupting: 0 }

type Weighed = Pick<DecisionDocument, 'experiences' | 'policy' | 'habituation'>

/** The experience that takes the cases a policy does not decide alone. */
export const handOverOf = ({ policy }: Pick<DecisionDocument, 'policy'>): string | undefined =>
  typeof policy.options.handOver === 'string' ? policy.options.handOver : undefined

/** The lines of the experiences that are weighed against each other, for a person who remembers so many interruptions. */
export function linesOf(decision: Weighed, utilities: Utilities, interruptions = 0): readonly Line[] {
  // Not by `utilityLine`, which refuses a cost above 0: somebody may just be typing one, and the server tells them.
  const strain = 1 + (decision.habituation?.growth ?? 0) * interruptions
  return decision.experiences
    .filter(({ name }) => name !== handOverOf(decision))
    .map(({ name }) => {
      const { right, wrong, interrupting } = utilities[name] ?? worthless
      return { name, whenTrue: right + strain * interrupting, whenFalse: wrong + strain * interrupting }
    })
}

/** Which experience is best for which probability. */
export const stretchesOf = (lines: readonly Line[]): readonly Stretch[] =>
  utilityEnvelope(lines).map(({ index, from, to }) => ({ experience: lines[index]?.name ?? '', from, to }))

/** Why the worth of experiences is no line over one probability; undefined where it is. */
export function whyNoLines(decision: DecisionDocument, { components }: SystemDocument): string | undefined {
  if (decision.thresholds !== undefined) return undefined
  const { policy } = decision
  const alone = policy.options.alone as { readonly kind?: string } | undefined
  if ((alone?.kind ?? policy.kind) !== 'expected-utility') {
    return 'Its policy does not simply take the experience of highest expected utility, so no thresholds follow from these numbers.'
  }
  const predicts = components.find((one) => one.name === decision.model)?.model?.predicts
  if (predicts === undefined) return 'No model stands behind it: what is best follows from the case alone.'
  if (predicts !== 'probability') {
    const what = predicts === 'number' ? 'a number' : 'several classes'
    return `Its model predicts ${what}, not one probability, so the worth of an experience is no line over it.`
  }
  return 'How likely an experience is right is worked out from each case, not read off the prediction, so its worth is no line over it.'
}
