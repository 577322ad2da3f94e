import { parseArgs } from 'node:util'
import {
  binomialQuantile,
  certifySelective,
  meanInterval,
  momentsOf,
  normalQuantile,
  type Procedure,
  type SeededRandom,
  seededRandom,
  sigmoid,
} from 'holon/stats'

/** A case as it comes: how sure the model is of its answer, and how often such a case is wrong. */
interface Kind {
  readonly name: string
  draw(random: SeededRandom): { readonly score: number; readonly chance: number }
}

const normal = (random: SeededRandom) => normalQuantile((random.next() + 2 ** -60) / (1 + 2 ** -59))

/** A model that says how sure it is of its answer; `distorted` turns a true chance into what it says. */
function classifier(
  name: string,
  mean: number,
  deviation: number,
  distorted = (sure: number): number => sure,
): Kind {
  return {
    name,
    draw(random) {
      const sure = sigmoid(mean + deviation * normal(random))
      return { score: distorted(Math.max(sure, 1 - sure)), chance: Math.min(sure, 1 - sure) }
    },
  }
}

const kinds: readonly Kind[] = [
  classifier('good model', 4, 2),
  classifier('fair model', 2.2, 1.6),
  classifier('good model, far too sure of itself', 4, 2, (sure) => sure ** 0.1),
  classifier('good model, 20 different scores', 4, 2, (sure) => Math.ceil(sure * 40) / 40),
  {
    name: 'half of the cases easy, half hard',
    draw(random) {
      const score = random.next()
      return { score, chance: score > 0.5 ? 0.002 : 0.2 }
    },
  },
  {
    name: 'surest cases a little worse than others',
    draw(random) {
      const score = random.next()
      return { score, chance: score > 0.95 ? 0.03 : score > 0.4 ? 0.005 : 0.1 }
    },
  },
  {
    name: 'the bound just broken everywhere',
    draw: (random) => ({ score: random.next(), chance: 0.0201 }),
  },
  {
    name: 'too often wrong everywhere',
    draw: (random) => ({ score: random.next(), chance: 0.05 }),
  },
]

const sizes = [100, 500, 2000]
const methods: readonly (Procedure | 'on average')[] = ['fixed-sequence', 'bonferroni', 'on average']
const wrongAtMost = 0.02
const confidence = 0.95

/** What is true of a kind of cases, from very many of them. */
interface Law {
  /** Share of cases from a score on, and share of wrong ones among these. */
  at(threshold: number): { readonly coverage: number; readonly risk: number }
  /** The largest coverage that keeps the bound, for who knows the law. */
  readonly reachable: number
}

function lawOf(kind: Kind): Law {
  const random = seededRandom(`law of ${kind.name}`)
  const rows = Array.from({ length: 400_000 }, () => kind.draw(random)).sort((a, b) => b.score - a.score)
  const wrong = new Float64Array(rows.length + 1)
  for (const [i, { chance }] of rows.entries()) wrong[i + 1] = (wrong[i] ?? 0) + chance
  const at: Law['at'] = (threshold) => {
    let low = 0
    let high = rows.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((rows[middle]?.score ?? threshold) >= threshold) low = middle + 1
      else high = middle
    }
    return { coverage: low / rows.length, risk: low === 0 ? 0 : (wrong[low] ?? 0) / low }
  }
  const last = wrong.findLastIndex((sum, n) => sum <= wrongAtMost * n)
  return { at, reachable: Math.max(0, last) / rows.length }
}

interface Tally {
  certified: number
  broken: number
  coverage: number
  /** Share of all cases that are handled alone and wrong, for each set. */
  readonly wrongAlone: number[]
}

/** Calibrates on fresh cases many times, and looks each threshold up in the law. */
function simulate(kind: Kind, law: Law, n: number, method: (typeof methods)[number], rounds: number): Tally {
  const random = seededRandom(`${kind.name} ${n}`)
  const tally: Tally = { certified: 0, broken: 0, coverage: 0, wrongAlone: [] }
  for (let round = 0; round < rounds; round++) {
    const scores: number[] = []
    const wrong: boolean[] = []
    for (let i = 0; i < n; i++) {
      const { score, chance } = kind.draw(random)
      scores.push(score)
      wrong.push(random.next() < chance)
    }
    const found = certifySelective(
      method === 'on average'
        ? { scores, wrong, wrongAtMost }
        : { scores, wrong, wrongAtMost, confidence, method },
    )
    const { coverage, risk } = found.certified ? law.at(found.threshold) : { coverage: 0, risk: 0 }
    tally.wrongAlone.push(coverage * risk)
    if (!found.certified) continue
    tally.certified++
    tally.coverage += coverage
    if (risk > wrongAtMost) tally.broken++
  }
  return tally
}

const percent = (value: number): string => `${(100 * value).toFixed(1)} %`.padStart(8)

/** `node --conditions=source bench/selective.ts [--rounds N]`: how often the promise of a selective decision is broken. */
function main(): number {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '1000' } } })
  const rounds = Number(values.rounds)
  // A promise that is kept shows more breaks than this in one of a thousand such rows.
  const most = binomialQuantile(0.999, rounds, 1 - confidence)
  console.log(
    `wrong at most ${percent(wrongAtMost).trim()} of cases handled alone, with ${percent(confidence).trim()} confidence; ` +
      `on average: of all cases. ${rounds} calibration sets each, against the true law; seeds fixed.`,
  )
  let failed = 0
  for (const kind of kinds) {
    const law = lawOf(kind)
    console.log(
      `\n${kind.name}: ${percent(law.at(-Infinity).risk).trim()} wrong in all, bound reachable up to ` +
        `${percent(law.reachable).trim()} coverage`,
    )
    console.log(
      '      n  method          certified   broken  coverage when certified  wrong and alone, of all',
    )
    for (const n of sizes) {
      for (const method of methods) {
        const { certified, broken, coverage, wrongAlone } = simulate(kind, law, n, method, rounds)
        const moments = momentsOf(wrongAlone)
        const average = meanInterval(moments, 0.998)
        const kept = method === 'on average' ? average.lower <= wrongAtMost : broken <= most
        if (!kept) failed++
        console.log(
          `${String(n).padStart(7)}  ${method.padEnd(14)}  ${percent(certified / rounds)}  ` +
            `${method === 'on average' ? '       -' : percent(broken / rounds)} ` +
            `${certified === 0 ? '       -' : percent(coverage / certified)}                 ` +
            `${percent(moments.mean)}${kept ? '' : '  BROKEN'}`,
        )
      }
    }
  }
  return failed === 0 ? 0 : 1
}

process.exitCode = main()
