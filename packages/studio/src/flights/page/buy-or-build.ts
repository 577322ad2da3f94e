import type { ComponentDocument, CostEffects, FlightArm, GoalEffects, ScorecardDocument } from 'holon'

/** One arm as a way to have the model: made or bought. */
export interface Maker {
  readonly arm: string
  /** What answers in it, in words. */
  readonly answers: string
  readonly main: number | null
  readonly cost: number | null
  readonly latency: number | null
  readonly failures: number | null
}

/** The arms beside each other, where they differ in the version of their model; undefined where they do not. */
export function makersOf(
  { flight, goals, costs }: ScorecardDocument,
  model: ComponentDocument | undefined,
): readonly Maker[] | undefined {
  if (model === undefined || new Set(flight.arms.map((arm) => arm.model)).size < 2) return undefined
  const main = goals.find(({ role }) => role === 'main')
  return flight.arms.map((arm) => ({
    arm: arm.name,
    answers: answersIn(arm, model),
    main: valueIn(main, arm.name),
    cost: valueIn(named(costs, 'cost'), arm.name),
    latency: valueIn(named(costs, 'latency'), arm.name),
    failures: valueIn(named(costs, 'failures'), arm.name),
  }))
}

const named = (costs: readonly CostEffects[], name: CostEffects['name']) =>
  costs.find((one) => one.name === name)

/** The value of an arm; that of the control stands beside every other. */
function valueIn(of: Pick<GoalEffects, 'effects'> | undefined, arm: string): number | null {
  const own = of?.effects.find((one) => one.arm === arm)
  return own === undefined ? (of?.effects[0]?.control ?? null) : own.value
}

function answersIn({ model: name }: FlightArm, { name: port, model }: ComponentDocument): string {
  if (name === undefined) return `${port} ${model?.version ?? ''}${kindWords(model?.kind)}`
  const other = model?.versions?.find((one) => one.name === name)
  return other === undefined ? name : `${name}, ${other.version}${kindWords(other.kind)}`
}

const kindWords = (kind: string | undefined): string => (kind === undefined ? '' : ` (${kind})`)
