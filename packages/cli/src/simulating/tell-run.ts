import { styleText } from 'node:util'
import { layers, type Noticed, type Simulated, type SimulatedGoal, type SimulationDocument } from 'holon'
import { sparkline } from '../terminal/sparkline.ts'
import { table } from '../terminal/table.ts'
import { thousands } from '../terminal/units.ts'
import { indented } from './tell-world.ts'

/** One run for a person: goals by layer beside what is true, and what happened on the way. */
export function tellRun(run: SimulationDocument): string {
  return [heading(run), goalsOf(run), ...what(run), `log ${run.log}`].join('\n\n')
}

function heading({ system, version, people, days, seed, scenarios, decisions }: SimulationDocument): string {
  const befell = scenarios.length === 0 ? '' : `, with ${scenarios.join(' and ')}`
  return `${styleText('bold', system)} (${version}): ${thousands(people)} people, ${thousands(days)} days, seed ${seed}${befell}; ${thousands(decisions)} decisions`
}

const head = ['goal', 'measured', '95 % interval', 'target', 'status', 'in truth', '', 'heard', 'over time']

function goalsOf({ goals }: SimulationDocument): string {
  const rows = layers.flatMap((layer) => {
    const own = goals.filter((goal) => goal.layer === layer)
    return own.length === 0 ? [] : [[styleText('bold', layer)], ...own.map(rowOf)]
  })
  return table([head.map((word) => styleText('dim', word)), ...rows], { right: [1, 2, 3, 5, 7] })
}

function rowOf(goal: SimulatedGoal): readonly string[] {
  const { name, unit, value, interval, target, status, truth, heard, overTime } = goal
  const said = (one: number) => short(unit === '%' ? 100 * one : one)
  return [
    `  ${name}${unit === '' ? '' : styleText('dim', ` ${unit}`)}`,
    value === null ? '' : said(value),
    interval === null ? '' : `${said(interval[0])} to ${said(interval[1])}`,
    targetIn(target, said),
    styleText(colours[status], status),
    truth === null ? '' : said(truth),
    missed(goal) ? styleText('yellow', 'outside') : '',
    heardIn(heard),
    sparkline(overTime.map((one) => one.value)),
  ]
}

/** Of how much of what is true the measured value is; `~` where who says nothing counts. */
const heardIn = (heard: SimulatedGoal['heard']): string =>
  heard === undefined ? '' : `${heard.silence ? '~' : ''}${Math.round(100 * heard.share)} %`

const colours = { met: 'green', missed: 'red', inconclusive: 'yellow' } as const

/** Does the interval not hold what is true? */
const missed = ({ interval, truth }: Simulated): boolean =>
  interval !== null && truth !== null && (truth < interval[0] || truth > interval[1])

function targetIn(target: SimulatedGoal['target'], said: (value: number) => string): string {
  if ('atLeast' in target) return `>= ${said(target.atLeast)}`
  if ('atMost' in target) return `<= ${said(target.atMost)}`
  return `${said(target.between[0])} to ${said(target.between[1])}`
}

/** Whatever else there is to tell, each with its title. */
function what({
  goals,
  experiences,
  guardrails,
  quality,
  noticed,
  loops,
  figures,
}: SimulationDocument): readonly string[] {
  const parts: readonly (readonly [string, readonly (readonly string[])[], readonly number[]])[] = [
    ['Who answered, and what everybody would say', goals.flatMap(auditRows), []],
    ['What waits, and what to expect of it', goals.flatMap(waitingRows), [1, 3]],
    [
      'What people met',
      experiences.map(({ decision, experience, times, degraded }) => [
        ...[decision, experience, thousands(times)],
        degraded === 0 ? '' : `${thousands(degraded)} by fallback`,
      ]),
      [2],
    ],
    [
      'What guardrails did',
      guardrails.map(({ decision, guardrail, interventions }) => [
        ...[decision, guardrail, thousands(interventions)],
      ]),
      [2],
    ],
    [
      'How good the models were',
      quality.map(({ decision, auc, n }) => [
        ...[decision, auc === null ? 'unknown' : `AUC ${auc.toFixed(3)}`, `of ${thousands(n)}`],
      ]),
      [],
    ],
    ['What happened, and what was noticed', noticed.map(noticedRow), [0]],
    [
      'Loops through the world',
      loops.map(({ name, declared, status, because }) => [
        ...[name, declared ? 'declared' : 'not declared', status, because],
      ]),
      [],
    ],
    ['What only the world knows', figures.map(figureRow), [1, 2]],
  ]
  return parts.flatMap(([title, rows, right]) =>
    rows.length === 0 ? [] : [`${styleText('dim', title)}\n${indented(table(rows, { right }))}`],
  )
}

/** The number of those who spoke up unasked, that of everybody by the random audit, and the true one. */
function auditRows({ name, audit, truth }: SimulatedGoal): readonly (readonly string[])[] {
  if (audit === undefined) return []
  const { naive, whole, asked, answered, worst } = audit
  const span = ([low, high]: readonly [number, number]) => `${short(low)} to ${short(high)}`
  const naively = naive.value === null ? ['', 'nobody'] : [short(naive.value), `of ${thousands(naive.n)}`]
  const corrected =
    whole.kind === 'estimate'
      ? [short(whole.value), `${span(whole.interval)}; ${answered} of ${asked} asked at random answered`]
      : ['', `only bounds, ${span([whole.lowest, whole.highest])}: ${whole.because}`]
  return [
    [name, 'those who spoke up unasked', ...naively],
    ['', 'everybody, corrected', ...corrected],
    ['', 'at worst', '', `${span(worst)}, whatever those say who do not answer when asked`],
    ['', 'in truth', truth === null ? '' : short(truth), ''],
  ]
}

/** How many do not count yet, what is expected of them, and what is true of them. */
function waitingRows({ name, unit, waiting }: SimulatedGoal): readonly (readonly string[])[] {
  if (waiting === undefined) return []
  const { n, within, early, because, truth } = waiting
  const said = (one: number) => short(unit === '%' ? 100 * one : one)
  const expected =
    early === null
      ? ['', because]
      : [
          said(early.value),
          early.interval === null ? '' : `${said(early.interval[0])} to ${said(early.interval[1])}`,
        ]
  return [
    [`${name}${unit === '' ? '' : styleText('dim', ` ${unit}`)}`, thousands(n), `for ${within}`, ...expected],
    ...(truth === null ? [] : [['', '', 'in truth', said(truth), '']]),
  ]
}

function noticedRow({ day, by, what: told, late, times, until }: Noticed): readonly string[] {
  const after = late === undefined ? '' : `, ${short(late)} days after the change`
  const again = times === undefined ? '' : `; ${thousands(times)} times until day ${short(until ?? day)}`
  return [`day ${short(day)}`, by === 'scenario' ? 'happened' : 'noticed', `${told}${after}${again}`]
}

function figureRow({ name, overTime }: SimulationDocument['figures'][number]): readonly string[] {
  const sum = overTime.reduce((all, one) => all + one.sum, 0)
  const n = overTime.reduce((all, one) => all + one.n, 0)
  const mean = n === 0 ? '' : `mean ${short(sum / n)}`
  return [name, `sum ${short(sum)}`, mean, sparkline(overTime.map((one) => one.sum))]
}

/** Three digits, or all before the point. */
const short = (value: number): string =>
  Math.abs(value) >= 1000 ? thousands(value) : `${Number(value.toPrecision(3))}`
