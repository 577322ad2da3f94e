import { HolonError } from '../spec/error.ts'
import type { Expression, Measure } from '../spec/measure.ts'
import type { Warehouse, WarehouseAsked } from '../spec/ports.ts'
import type { Measuring } from '../spec/running.ts'
import { experienceReport } from './experience-report.ts'
import { measureFairness } from './fairness.ts'
import { measureGoals } from './goals.ts'
import type { Inside } from './inside.ts'
import { askLogged } from './off-policy/ask-logged.ts'
import { planPower } from './power.ts'
import { readScorecard } from './scorecard.ts'

/** The SQL that the warehouse runs for what is asked, each statement under a line that says what it is about. */
export async function sqlOf(
  inside: Inside,
  ask: (measuring: Measuring) => Promise<unknown>,
): Promise<string> {
  const { warehouse } = inside.ports
  if (warehouse.sql === undefined) throw knowsNone()
  const asked: WarehouseAsked[] = []
  await ask(measuringOf({ ...inside, ports: { ...inside.ports, warehouse: overheard(warehouse, asked) } }))
  const scripts = await Promise.all(
    asked.map(async (one) => `-- ${about(inside, one)}\n${await warehouse.sql?.(one)}`),
  )
  const head = `-- Of the system "${oneLine(inside.system.name)}", on its warehouse (warehouse.duckdb in the data folder).`
  return [head, ...scripts].join('\n')
}

/** The warehouse, with all that it is asked noted down. */
const overheard = (warehouse: Warehouse, asked: WarehouseAsked[]): Warehouse => ({
  project: (entries) => warehouse.project(entries),
  position: () => warehouse.position(),
  answer: (answer) => {
    asked.push({ answer })
    return warehouse.answer(answer)
  },
  arms: (arms) => {
    asked.push({ arms })
    return warehouse.arms(arms)
  },
  close: async () => undefined,
})

const measuringOf = (inside: Inside): Measuring => ({
  goals: (wanted) => measureGoals(inside, wanted),
  experience: (...wanted) => experienceReport(inside, ...wanted),
  scorecard: (...wanted) => readScorecard(inside, ...wanted),
  fairness: (...wanted) => measureFairness(inside, ...wanted),
  power: (...wanted) => planPower(inside, ...wanted),
  logged: (...wanted) => askLogged(inside, ...wanted),
})

function about(inside: Inside, asked: WarehouseAsked): string {
  if ('arms' in asked) {
    const { measures, units, slice } = asked.arms
    const told = measures.map(({ measure }, i) => `value_${i}: ${measureWords(inside, measure)}`)
    return `The flight ${oneLine(units.flight)}, a row for each arm${sliceWords(slice)}\n${told.map((one) => `--   ${one}`).join('\n')}`
  }
  const { measure, slice, every } = asked.answer
  return `${measureWords(inside, measure)}${sliceWords(slice)}${every === undefined ? '' : `, every ${every}`}`
}

function measureWords({ system }: Inside, measure: Measure): string {
  const goal = system.goals.find((one) => one.measure === measure)
  if (goal !== undefined) return `Goal "${oneLine(goal.name)}"`
  const { op, decision, per } = measure
  return `The ${op} at "${oneLine(decision)}"${per === 'decision' ? '' : ` per ${per}`}`
}

const sliceWords = (slice: Expression | undefined): string =>
  slice === undefined ? '' : slice.op === 'context' ? `, by ${oneLine(slice.path.join('.'))}` : ', sliced'

/** What stands in a comment must not end it. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ')

const knowsNone = (): HolonError =>
  new HolonError(
    'not-allowed',
    'The measures of this system are not taken by SQL: its warehouse is in memory.',
    'Open it on a data folder (@holon/embedded), or copy the TypeScript.',
  )
