import { parseArgs } from 'node:util'
import {
  bag,
  bandit,
  type Explorer,
  epsilonGreedy,
  type LearnedModel,
  type Option,
  softmax,
  squareCB,
  thompson,
} from 'holon'
import { chiSquareSurvival, seededRandom } from 'holon/stats'
import { evenly, Learner } from './bandits/learner.ts'
import { references } from './bandits/references.ts'
import { chancesIn, contextIn, type LinearWorld, worlds } from './bandits/world.ts'

/**
 * `node --conditions=source bench/bandits.ts [--rounds N] [--seeds N] [--only EXPLORER] [--worlds]`: what each explorer loses
 * against who knows all chances, on two linear worlds, beside drawing evenly and never exploring; how fast that grows; what
 * implementations of others lose on the same worlds; and whether what was drawn agrees with the probabilities it was drawn
 * with. `--worlds` prints the worlds as JSON.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '100000' },
    seeds: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    worlds: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds)
const seeds = Number(values.seeds)

/** Rounds at which regret is told. */
const told = [100, 1_000, 10_000, 100_000].filter((one) => one <= rounds)

/** Learned again whenever there are so many more rounds: hourly lessons of a product are rarer at first. */
const growth = 1.01

interface Contestant {
  readonly explore: Explorer
  /** What theory says of the growth of regret. */
  readonly theory: string
}

const contestants: Readonly<Record<string, Contestant>> = {
  uniform: { explore: epsilonGreedy({ epsilon: 1 }), theory: '1' },
  greedy: { explore: epsilonGreedy({ epsilon: 0 }), theory: '1, unless contexts explore' },
  'epsilon 0.1': { explore: epsilonGreedy({ epsilon: 0.1 }), theory: '1' },
  'epsilon t^-1/3': { explore: epsilonGreedy({ epsilon: 1, decay: 1 / 3 }), theory: '2/3' },
  'softmax 0.05': { explore: softmax({ temperature: 0.05 }), theory: '1' },
  'bag 10': { explore: bag({ replicates: 10 }), theory: 'none' },
  SquareCB: { explore: squareCB({ gamma: 10, growth: 0.5 }), theory: '1/2' },
  Thompson: { explore: thompson(), theory: '1/2 at most' },
}

/** What was drawn beside what was promised, by tenths of the probability. */
interface Drawn {
  readonly drawn: number[]
  readonly promised: number[]
  readonly variance: number[]
}

interface Run {
  /** Regret at the rounds told. */
  readonly regret: readonly number[]
  readonly drawn: Drawn
}

const option = (name: string): Option => ({
  ...{ name, style: 'silent', forcefulness: 0, right: 0, wrong: 0, interrupting: 0, chance: 0, utility: 0 },
})

function run(world: LinearWorld, { explore }: Contestant, seed: number): Run {
  const actions = world.arms.length
  const options = world.arms.map((_, i) => option(`a${i}`))
  const declared = bandit({ explore, reward: 'paid', until: evenly(actions), least: 0 })
  const people = seededRandom(`people ${world.name} ${seed}`)
  const draws = seededRandom(`draws ${world.name} ${explore.kind} ${seed}`)
  const learner = new Learner(actions, world.arms[0]?.slopes.length ?? 0, explore.replicates)
  const drawn: Drawn = { drawn: [], promised: [], variance: [] }
  const regret: number[] = []
  let model: LearnedModel = learner.model()
  let policy = declared.learning?.taught(model) ?? declared
  let lost = 0
  for (let round = 1, next = 1; round <= rounds; round++) {
    const context = contextIn(world, people)
    const chances = chancesIn(world, context)
    const { probabilities } = policy.choose({
      ...{ prediction: null, options },
      context: Object.fromEntries(context.map((one, j) => [`x${j}`, one])),
    })
    const action = picked(probabilities, draws.next())
    count(drawn, probabilities, action)
    // Regret of the probabilities, not of the draw: the same mean, and less noise.
    lost += chances.reduce(
      (sum, chance, i) => sum + (probabilities[i] ?? 0) * (Math.max(...chances) - chance),
      0,
    )
    const reward = Number(people.next() < (chances[action] ?? 0))
    learner.see(context, action, reward, expectedBy(model, action, context))
    if (round >= next) {
      model = learner.model()
      policy = declared.learning?.taught(model) ?? declared
      next = Math.max(round + 1, Math.floor(round * growth))
    }
    if (told.includes(round)) regret.push(lost)
  }
  return { regret, drawn }
}

function expectedBy(model: LearnedModel, action: number, context: readonly number[]): number {
  const [constant = 0, ...slopes] = model.arms[action]?.coefficients ?? []
  return slopes.reduce(
    (sum, slope, j) => sum + (slope * (context[j] ?? 0)) / (model.columns[j]?.deviation ?? 1),
    constant,
  )
}

function picked(probabilities: readonly number[], draw: number): number {
  let reached = 0
  for (const [i, p] of probabilities.entries()) {
    reached += p
    if (draw < reached) return i
  }
  return probabilities.findLastIndex((p) => p > 0)
}

function count({ drawn, promised, variance }: Drawn, probabilities: readonly number[], action: number): void {
  // One action a round, so that rounds are independent.
  const p = probabilities[0] ?? 0
  const bin = Math.min(9, Math.floor(10 * p))
  drawn[bin] = (drawn[bin] ?? 0) + Number(action === 0)
  promised[bin] = (promised[bin] ?? 0) + p
  variance[bin] = (variance[bin] ?? 0) + p * (1 - p)
}

/** The p-value of drawn against promised over all bins in which chance has room. */
function agreement(all: readonly Drawn[]): number {
  let [squares, bins] = [0, 0]
  for (let bin = 0; bin < 10; bin++) {
    const of = (which: keyof Drawn): number => all.reduce((sum, one) => sum + (one[which][bin] ?? 0), 0)
    if (of('variance') < 5) continue
    squares += (of('drawn') - of('promised')) ** 2 / of('variance')
    bins += 1
  }
  return bins === 0 ? Number.NaN : chiSquareSurvival(squares, bins)
}

/** Slope of the logarithm of regret over that of time, over the last ten-fold. */
function exponent(regret: readonly number[]): number {
  const [from, to] = [regret.at(-2), regret.at(-1)]
  return from === undefined || to === undefined ? Number.NaN : Math.log10(to / from)
}

const mean = (of: readonly number[]): number => of.reduce((sum, one) => sum + one, 0) / of.length
const cell = (text: string, width = 10): string => text.padStart(width)
const row = (name: string, regret: readonly (number | undefined)[], ...rest: readonly string[]): string =>
  [name.padEnd(34), ...regret.map((one) => cell(one === undefined ? '' : one.toFixed(1))), ...rest].join(' ')

if (values.worlds) console.log(JSON.stringify(worlds))
else {
  for (const world of worlds) {
    console.log(`\nWorld "${world.name}", mean of ${seeds} seeds: regret after so many rounds`)
    console.log(
      row('', [], ...told.map((one) => cell(String(one))), cell('exponent'), cell('drawn, p'), ' theory'),
    )
    for (const [name, contestant] of Object.entries(contestants)) {
      if (!name.includes(values.only)) continue
      const runs = Array.from({ length: seeds }, (_, seed) => run(world, contestant, seed))
      const regret = told.map((_, i) => mean(runs.map((one) => one.regret[i] ?? Number.NaN)))
      const p = agreement(runs.map((one) => one.drawn))
      if (p < 1e-4) process.exitCode = 1
      const grows = exponent(regret).toFixed(2)
      console.log(row(name, regret, cell(grows), cell(p.toFixed(3)), ` ${contestant.theory}`))
    }
    for (const { name, regret } of references[world.name] ?? [])
      console.log(
        row(
          name,
          told.map((_, i) => regret[i]),
          cell(exponent(regret).toFixed(2)),
        ),
      )
  }
}
