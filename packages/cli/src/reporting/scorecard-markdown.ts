import type {
  ArmEffect,
  CostEffects,
  EffectEstimate,
  FactorEffect,
  FlightArm,
  GoalEffects,
  Judging,
  Layer,
  Missing,
  ScorecardDocument,
} from 'holon'
import { layers } from 'holon'

const headings: Readonly<Record<Layer, string>> = {
  organization: 'Organizational objectives',
  leading: 'Leading indicators',
  system: 'System goals',
  user: 'User outcomes',
  model: 'Model properties',
}

/** A scorecard as Markdown: the verdict first, the five layers in order, then what else should be known. */
export function scorecardMarkdown(card: ScorecardDocument): string {
  const { flight, verdict } = card
  return [
    `# ${flight.name}: ${verdict.say}${verdict.arm === undefined ? '' : ` ${verdict.arm}`}`,
    verdict.words,
    `${flight.about} It changes ${flight.decision ?? 'everything but a holdout'}, by ${flight.unit}; ${standing(card)}.`,
    armsTable(card),
    ...layers.flatMap((layer) => layerPart(card, layer)),
    ...earlyPart(card.goals),
    ...costPart(card.costs),
    ...(card.factors.length === 0 ? [] : ['## Factors', bullets(card.factors.map(factorWords))]),
    ...noveltyPart(card),
    ...slicePart(card),
    ...(card.missing.length === 0 ? [] : ['## Who is missing', bullets(card.missing.map(missingWords))]),
    ...(card.longer === undefined ? [] : ['## How much longer', card.longer.words]),
    ...judgingPart(card.judging),
    '## Rules of the verdict',
    'The first rule that holds decides.',
    table(
      ['Rule', 'Holds', 'Because'],
      verdict.rules.map((one) => [one.rule, one.holds ? 'yes' : '', one.because]),
    ),
  ].join('\n\n')
}

function standing({ flight, at }: ScorecardDocument): string {
  const day = (time: number): string => new Date(time).toISOString().slice(0, 10)
  const first = flight.steps[0]?.at ?? at
  const state = flight.state === 'running' ? `${percent(flight.share)} take part` : flight.state
  return `since ${day(first)}, seen ${day(at)}, ${state}`
}

function armsTable({ flight, sampleRatio }: ScorecardDocument): string {
  const rows = sampleRatio.arms.map(({ arm, share, n }) => [
    arm,
    changeOf(flight.arms.find((one) => one.name === arm)),
    percent(share),
    String(n),
  ])
  const words =
    sampleRatio.anytime === null
      ? 'Nobody has met the flight yet.'
      : sampleRatio.mismatch
        ? `**Units did not come in these shares** (p ${p(sampleRatio.anytime)}).`
        : `Units came in these shares as chance would have it (p ${p(sampleRatio.anytime)}).`
  return `${table(['Arm', 'Changes', 'Share', 'Units'], rows)}\n\n${words}`
}

function changeOf(arm: FlightArm | undefined): string {
  const parts = [
    ...(arm?.variant === undefined ? [] : [`variant ${arm.variant}`]),
    ...(arm?.model === undefined ? [] : [`model ${arm.model}`]),
    ...Object.keys(arm?.experiences ?? {}).map((name) => `utilities of ${name}`),
  ]
  return parts.length === 0 ? 'as declared' : parts.join(', ')
}

function layerPart({ goals, flight, judging }: ScorecardDocument, layer: Layer): readonly string[] {
  const own = goals.filter((goal) => goal.layer === layer)
  if (own.length === 0) return []
  const several = flight.arms.length > 2
  const rows = own.flatMap((goal) =>
    goal.because === undefined
      ? goal.effects.map((effect) => goalRow(goal, effect, several))
      : [[goalName(goal), '', '', '', '', goal.because]],
  )
  const notes = own.flatMap(({ indicates = [] }) =>
    indicates.filter(({ verdict }) => verdict !== 'unknown').map(({ words }) => words),
  )
  const sure = judging?.method === 'bayesian' ? 'Chance to be better' : 'p'
  return [
    `## ${headings[layer]}`,
    table(['Goal', 'Control', 'Arm', 'Effect', sure, 'Verdict'], rows),
    ...(notes.length === 0 ? [] : [bullets(notes)]),
  ]
}

const goalRow = (goal: GoalEffects, effect: ArmEffect, several: boolean): readonly string[] => [
  several ? `${goalName(goal)}: ${effect.arm}` : goalName(goal),
  valueIn(goal.unit, effect.control),
  valueIn(goal.unit, effect.value),
  effectWords(goal.unit, effect.absolute),
  sureness(goal.unit, effect),
  `${effect.verdict}${reduced(effect)}`,
]

/** A corrected p-value, or what to believe and what one could lose by it. */
function sureness(unit: string, { adjusted, posterior, z }: ArmEffect): string {
  if (posterior !== undefined) {
    const { chanceBetter, lossOfTaking, lossOfKeeping } = posterior
    if (chanceBetter === null) return ''
    return `${percent(chanceBetter)}; expected loss ${valueIn(unit, lossOfTaking)} by taking it, ${valueIn(unit, lossOfKeeping)} by keeping the control`
  }
  if (adjusted === null) return ''
  return z === undefined ? p(adjusted) : `${p(adjusted)} (z ${short(z)})`
}

const goalName = ({ name, role }: GoalEffects): string => (role === 'other' ? name : `${name} (${role})`)

const reduced = ({ varianceReduction: share }: ArmEffect): string =>
  share === undefined ? '' : `; ${percent(share)} of the variance taken out`

/** What to expect of decisions that do not count yet. */
function earlyPart(goals: readonly GoalEffects[]): readonly string[] {
  const waiting = goals.flatMap(({ name, unit, early }) =>
    early === undefined ? [] : [{ name, unit, early }],
  )
  if (waiting.length === 0) return []
  const rows = waiting.flatMap(({ name, unit, early: { within, effects, because } }) =>
    effects.length === 0
      ? [[`${name}, within ${within}`, '', '', '', because]]
      : effects.map(({ arm, control, value, absolute, arrived, controlArrived }) => [
          ...[`${name}: ${arm}, within ${within}`, valueIn(unit, control), valueIn(unit, value)],
          effectWords(unit, absolute),
          `${percent(controlArrived)} and ${percent(arrived)}`,
        ]),
  )
  return [
    '## What is still coming',
    'Early estimates, of decisions that do not count above yet, each arm corrected by how soon answers come in it. No verdict rests on them.',
    table(['Goal', 'Control', 'Arm', 'Effect', 'Have come'], rows),
  ]
}

function costPart(costs: readonly CostEffects[]): readonly string[] {
  if (costs.length === 0) return []
  const rows = costs.flatMap(({ name, unit, effects }) =>
    effects.map((effect) => [
      effects.length > 1 ? `${name}: ${effect.arm}` : name,
      valueIn(unit, effect.control),
      valueIn(unit, effect.value),
      effectWords(unit, effect.absolute),
      effect.verdict,
    ]),
  )
  return ['## Cost of a decision', table(['', 'Control', 'Arm', 'Effect', 'Verdict'], rows)]
}

const factorWords = ({ words }: FactorEffect): string => words

function noveltyPart({ novelty }: ScorecardDocument): readonly string[] {
  if (novelty === undefined) return []
  const words = novelty.trends.map((trend) => trend.words)
  return [
    `## Over time (each ${novelty.every} since it was met)`,
    words.length === 0 ? 'Too few stretches to see a trend.' : bullets(words),
  ]
}

function slicePart({ slices, goals }: ScorecardDocument): readonly string[] {
  if (slices.length === 0) return []
  const unit = goals.find((goal) => goal.role === 'main')?.unit ?? ''
  const rows = slices.flatMap(({ field, slice, effects }) =>
    effects.map((effect) => [
      `${field}: ${slice ?? 'not known'}`,
      effect.arm,
      effectWords(unit, effect.absolute),
      effect.verdict,
    ]),
  )
  return ['## Slices of the main goal', table(['Among', 'Arm', 'Effect', 'Verdict'], rows)]
}

function judgingPart(judging: Judging | undefined): readonly string[] {
  if (judging === undefined) return []
  const { words, plan } = judging
  if (plan === undefined) return ['## How it is judged', words]
  const { looks, next } = plan
  const rows = looks.map((one) => [
    String(one.look),
    new Date(one.at).toISOString().slice(0, 10),
    String(one.units),
    short(one.bound),
    percent(one.spent),
  ])
  const coming =
    next === undefined
      ? 'The last look is over.'
      : `The ${looks.length === 0 ? 'first' : 'next'} look is at ${next.atUnits} units: ${next.missing} are missing.`
  return [
    '## How it is judged',
    words,
    ...(rows.length === 0 ? [] : [table(['Look', 'On', 'Units', 'Boundary of z', 'Error spent'], rows)]),
    coming,
  ]
}

const missingWords = ({ what, arms, pValue, uneven }: Missing): string =>
  `${what}: ${arms.map(({ arm, n, of }) => `${arm} ${short(n)} of ${short(of)}`).join(', ')}${uneven ? ` — uneven (p ${p(pValue ?? 0)})` : ''}.`

function effectWords(unit: string, effect: EffectEstimate | null): string {
  if (effect === null) return ''
  const [low, high] = effect.interval
  const value = valueIn(unit, effect.estimate)
  return `${effect.estimate > 0 ? '+' : ''}${value} (${valueIn(unit, low)} to ${valueIn(unit, high)})`
}

function valueIn(unit: string, value: number | null): string {
  if (value === null) return '–'
  if (unit === '%') return percent(value)
  return unit === '' ? short(value) : `${short(value)} ${unit}`
}

const percent = (share: number): string => `${short(100 * share)} %`

const p = (value: number): string => (value < 0.0001 ? '< 0.0001' : String(Number(value.toPrecision(2))))

const short = (value: number): string =>
  String(Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3)))

const bullets = (all: readonly string[]): string => all.map((one) => `- ${one}`).join('\n')

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}

const escaped = (cell: string): string => cell.replaceAll('|', '\\|')
