import { HolonError } from 'holon'
import { type Found, findProduct } from '../products/find.ts'
import type { Plan } from '../simulating/plan.ts'
import type { Task } from '../simulating/task.ts'
import { type AddCommand, answer, asJson } from './command.ts'
import { flightIn } from './flight.ts'

interface Options {
  readonly list?: boolean
  readonly people?: number
  readonly days?: number
  readonly seed: number
  readonly scenario: readonly string[]
  readonly set: readonly string[]
  readonly as?: string
  readonly quality?: number
  readonly qualities: readonly string[]
  readonly flight: readonly string[]
  readonly compare?: readonly string[]
  readonly sweep?: boolean
  readonly runs?: number
  readonly workers?: number
  readonly log?: string
  readonly json?: boolean
}

/** `holon simulate SYSTEM`: rehearses a system with the simulated people of its world. Exit code 1 when a run fails. */
export const simulate: AddCommand = (program, done) => {
  program
    .command('simulate')
    .description('rehearse a system with simulated people, in virtual time')
    .argument('<system>', 'name of a system, or path of a product')
    .option('--list', 'settings, scenarios and versions of its world')
    .option('--people <n>', 'how many; default as the world says', wholeNumber)
    .option('--days <n>', 'how long; default as the world says', number)
    .option('--seed <n>', 'the same seed gives the same bytes', seed, 1)
    .option('--scenario <name...>', 'what befalls the world', [])
    .option('--set <name=value...>', 'another value for a setting of the world', [])
    .option('--as <version>', 'a version of the product, instead of the one that is served')
    .option(
      '--quality <auc>',
      'instead of the models: what is true, blurred to this area under the curve',
      number,
    )
    .option(
      '--qualities <name=auc...>',
      'with --quality: other versions of the models, blurred to these areas, for the arms of flights',
      [],
    )
    .option('--flight <file...>', 'start the flights of these JSON files at the beginning', [])
    .option('--compare <versions...>', 'two versions against the same people: which layers differ')
    .option('--sweep', 'what better predictions would be worth, and what else would be')
    .option('--runs <n>', 'with so many seeds: do measured intervals hold what is true?', wholeNumber)
    .option('--workers <n>', 'processes; default one for each processor', wholeNumber)
    .option('--log <file>', 'write the log of the run, line by line')
    .option(...asJson)
    .action(async (name: string, options: Options) => {
      const product = await findProduct(name)
      await (options.list === true ? tellList(product, options) : run(product, options))
      done(0)
    })
}

async function tellList(product: Found, { json }: Options): Promise<void> {
  const { worldDocument } = await import('../simulating/world-document.ts')
  const { tellWorld } = await import('../simulating/tell-world.ts')
  const { worldOf } = await import('../simulating/rehearsal.ts')
  const world = worldDocument(worldOf(product))
  answer(json, world, () => tellWorld(world))
}

async function run(product: Found, options: Options): Promise<void> {
  const { runTasks } = await import('../simulating/run-tasks.ts')
  const { stoppable } = await import('../terminal/stoppable.ts')
  const { daysOn } = await import('../simulating/days-on.ts')
  const plan = await planOf(product, options)
  const days = options.days ?? product.world?.days ?? 0
  const documents = await stoppable((signal) =>
    runTasks(plan.tasks, {
      signal,
      ...(options.workers !== undefined && { workers: options.workers }),
      onDay: daysOn(process.stderr, product.system.name, days * plan.tasks.length),
    }),
  )
  const { json, text } = plan.answer(documents)
  answer(options.json, json, text)
}

async function planOf(product: Found, options: Options): Promise<Plan> {
  const { once, replicated, compared, swept } = await import('../simulating/plan.ts')
  const { worldOf } = await import('../simulating/rehearsal.ts')
  const { compare, sweep, runs } = options
  const world = worldOf(product)
  const task = await taskOf(product, options)
  const plan =
    sweep === true
      ? swept(task, world, runs ?? 3)
      : compare !== undefined
        ? compared(task, pairOf(compare), runs ?? 1)
        : runs === undefined || runs === 1
          ? once(task)
          : replicated(task, runs)
  refuseNonsense(options, plan)
  return plan
}

async function taskOf(product: Found, options: Options): Promise<Task> {
  const { settingsGiven } = await import('../simulating/settings-given.ts')
  const { worldOf } = await import('../simulating/rehearsal.ts')
  const { people, days, seed: from, scenario, set, as: version, quality, qualities, log } = options
  return {
    ...{ module: product.module, system: product.system.name },
    options: {
      ...{ seed: from, scenarios: scenario, settings: settingsGiven(worldOf(product), set) },
      ...(people !== undefined && { people }),
      ...(days !== undefined && { days }),
      ...(version !== undefined && { version }),
      ...(quality !== undefined && { quality }),
      ...(qualities.length > 0 && { qualities: qualitiesGiven(qualities) }),
      ...(options.flight.length > 0 && { flights: await Promise.all(options.flight.map(flightIn)) }),
    },
    ...(log !== undefined && { log }),
  }
}

/** Areas under the curve by name; whether they can be is for the world to say. */
const qualitiesGiven = (given: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    given.map((one) => {
      const [name = '', auc = ''] = one.split('=')
      return [name, number(auc)]
    }),
  )

function pairOf(compare: readonly string[]): readonly [string, string] {
  const [before, after, more] = compare
  if (before !== undefined && after !== undefined && more === undefined) return [before, after]
  throw new HolonError(
    'input-invalid',
    `--compare takes two versions, not ${compare.length}.`,
    'Give two of those that --list names, the one that is served as "current".',
  )
}

function refuseNonsense(options: Options, { tasks }: Plan): void {
  const { compare, sweep, quality, qualities, as: version, log } = options
  if (qualities.length > 0 && quality === undefined) {
    throw new HolonError(
      'input-invalid',
      '--qualities are of models that --quality stands in for.',
      'Give --quality as well.',
    )
  }
  if (sweep === true && (compare ?? quality ?? version) !== undefined) {
    throw new HolonError(
      'input-invalid',
      '--sweep runs every quality and every version by itself.',
      'Leave out --compare, --quality and --as.',
    )
  }
  if (compare !== undefined && version !== undefined) {
    throw new HolonError('input-invalid', '--compare names the versions already.', 'Leave out --as.')
  }
  if (log !== undefined && tasks.length > 1) {
    throw new HolonError(
      'input-invalid',
      `One file cannot take the logs of ${tasks.length} runs.`,
      'Leave out --log, or run one seed of one version.',
    )
  }
}

function number(text: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  if (Number.isFinite(value) && value > 0) return value
  throw new HolonError('input-invalid', `"${text}" is not a number above 0.`, 'Give a number such as 30.')
}

function wholeNumber(text: string): number {
  const value = number(text)
  if (Number.isSafeInteger(value)) return value
  throw new HolonError('input-invalid', `"${text}" is not a whole number.`, 'Give a number such as 30.')
}

function seed(text: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  if (Number.isSafeInteger(value)) return value
  throw new HolonError('input-invalid', `"${text}" is no seed.`, 'Give a whole number.')
}
