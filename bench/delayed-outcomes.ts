import { parseArgs } from 'node:util'
import {
  arrivalCurve,
  arrivedFor,
  delayedMean,
  type SeededRandom,
  seededRandom,
  wilsonInterval,
} from 'holon/stats'

/** Decisions after which somebody complains or not, within a window; silence counts as no once it has passed. */
interface Town {
  readonly name: string
  /** Share of decisions after which somebody complains in time. */
  readonly rate: number
  /** Days that a complaint takes, before those that come after the window are left out. */
  readonly delay: (random: SeededRandom) => number
  /** Days in the log, decisions on the first day, and on each day as many times those of the day before. */
  readonly days: number
  readonly first: number
  readonly growth: number
}

const window = 30
const stretches = 32
/** As goals do: with fewer nobody knows how soon answers come. */
const enoughAnswers = 10
/** Narrow where answers are many and ages few. */
const edges = Array.from({ length: stretches + 1 }, (_, i) => window * (i / stretches) ** 2)

const exponential = (mean: number) => (random: SeededRandom) => -mean * Math.log(1 - random.next())

function normal(random: SeededRandom): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
}

const delays: readonly (readonly [string, Town['delay']])[] = [
  ['exponential, 5 days on average', exponential(5)],
  ['lognormal, median 4 days, spread 1', (random) => 4 * Math.exp(normal(random))],
  [
    '7 of 10 within hours, the others after 10 to 30 days',
    (random) => (random.next() < 0.7 ? exponential(0.2)(random) : 10 + 20 * random.next()),
  ],
]

const sizes: readonly (readonly [string, Omit<Town, 'name' | 'delay'>])[] = [
  ['4 %, from 10 a day', { rate: 0.04, days: 60, first: 10, growth: 1.03 }],
  ['30 %, from 5 a day', { rate: 0.3, days: 60, first: 5, growth: 1.03 }],
  ['30 %, 36 days', { rate: 0.3, days: 36, first: 20, growth: 1.03 }],
  ['few answers yet: 4 %, 36 days', { rate: 0.04, days: 36, first: 20, growth: 1.03 }],
]

const towns: readonly Town[] = sizes.flatMap(([size, town]) =>
  delays.map(([name, delay]) => ({ ...town, delay, name: `${size}; ${name}` })),
)

interface Decided {
  readonly age: number
  /** Days the complaint takes; undefined where none comes in time. */
  readonly after?: number
}

function inTime(random: SeededRandom, { delay }: Town): number {
  for (;;) {
    const days = delay(random)
    if (days <= window) return days
  }
}

function logOf(random: SeededRandom, town: Town): readonly Decided[] {
  const days = Array.from({ length: town.days }, (_, day) => Math.round(town.first * town.growth ** day))
  return days.flatMap((decisions, day) =>
    Array.from({ length: decisions }, (): Decided => {
      const age = town.days - day - random.next()
      return random.next() < town.rate ? { age, after: inTime(random, town) } : { age }
    }),
  )
}

interface Answer {
  readonly value: number
  readonly lower: number
  readonly upper: number
}

const isHeard = ({ age, after }: Decided): boolean => after !== undefined && after <= age

function share(log: readonly Decided[]): Answer | undefined {
  const yes = log.filter(isHeard).length
  return log.length === 0 ? undefined : { value: yes / log.length, ...wilsonInterval(yes, log.length) }
}

const isOver = ({ age }: Decided): boolean => age > window

const stretchOf = (days: number): number =>
  Math.min(stretches - 1, Math.floor(stretches * Math.sqrt(days / window)))

function counted(days: readonly number[]): number[] {
  const counts = new Array<number>(stretches).fill(0)
  for (const one of days) counts[stretchOf(one)] = (counts[stretchOf(one)] ?? 0) + 1
  return counts
}

function corrected(log: readonly Decided[]): Answer | undefined {
  const open = log.filter((one) => !isOver(one))
  const came = counted(log.filter(isOver).flatMap(({ after }) => after ?? []))
  const curve = arrivalCurve(
    edges,
    came.map((n) => ({ n, sum: n, squares: n })),
  )
  if (curve === undefined || curve.answers < enoughAnswers) return undefined
  const heard = open.filter(isHeard).length
  const mean = delayedMean({
    ...{ sum: heard, squares: heard, isShare: true },
    arrived: arrivedFor(curve, counted(open.map(({ age }) => age))),
  })
  return mean?.interval == null ? undefined : { value: mean.mean, ...mean.interval }
}

const ways: readonly (readonly [string, (log: readonly Decided[]) => Answer | undefined])[] = [
  [
    'early answers count, early silence does not',
    (log) => share(log.filter((one) => isOver(one) || isHeard(one))),
  ],
  ['early silence counts as no', share],
  ['only decisions whose window has passed', (log) => share(log.filter(isOver))],
  ['open ones, by the arrival curve', corrected],
]

const { values } = parseArgs({ options: { runs: { type: 'string', default: '10000' } } })
const runs = Number(values.runs)
for (const town of towns) {
  const tallies = ways.map(() => ({ n: 0, sum: 0, covered: 0, width: 0 }))
  for (let run = 0; run < runs; run++) {
    const log = logOf(seededRandom(run).fork(town.name), town)
    for (const [i, [, way]] of ways.entries()) {
      const answer = way(log)
      const tally = tallies[i]
      if (answer === undefined || tally === undefined) continue
      tally.n += 1
      tally.sum += answer.value
      tally.width += answer.upper - answer.lower
      tally.covered += Number(answer.lower <= town.rate && town.rate <= answer.upper)
    }
  }
  process.stdout.write(`\n${town.name}\n`)
  for (const [i, { n, sum, covered, width }] of tallies.entries()) {
    const bias = (100 * (sum / n - town.rate)).toFixed(2)
    const told = n === runs ? '' : `, told in ${((100 * n) / runs).toFixed(1)} % of the logs`
    process.stdout.write(
      `  ${ways[i]?.[0]}: bias ${bias} points, held ${((100 * covered) / n).toFixed(1)} %, width ${((100 * width) / n).toFixed(1)} points${told}\n`,
    )
  }
}
