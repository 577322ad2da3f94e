import { parseArgs } from 'node:util'
import {
  auditedMean,
  clopperPearsonInterval,
  type SeededRandom,
  type Served,
  seededRandom,
} from 'holon/stats'

/** People who were served, of whom one in a hundred is angry, is dissatisfied whatever happened, and always says so. */
interface Crowd {
  readonly name: string
  readonly people: number
  /** Share of the others who say something unasked, are satisfied, are asked by chance, and answer when asked. */
  readonly speak: number
  readonly satisfied: number
  readonly asked: number
  readonly answer: number
  /** The angry who are asked always answer: the audit is biased too. */
  readonly angryAnswer?: boolean
}

const angry = 0.01

const crowds: readonly Crowd[] = [
  {
    name: '5,000 people, 90 % satisfied',
    people: 5000,
    speak: 0.02,
    satisfied: 0.9,
    asked: 0.05,
    answer: 0.6,
  },
  { name: 'all asked answer', people: 5000, speak: 0.02, satisfied: 0.9, asked: 0.05, answer: 1 },
  {
    name: '2,000 people, 97 % satisfied',
    people: 2000,
    speak: 0.02,
    satisfied: 0.97,
    asked: 0.05,
    answer: 0.6,
  },
  {
    ...{ name: 'half of the angry stay silent, and answer when asked', people: 5000, speak: 0.02 },
    ...{ satisfied: 0.9, asked: 0.05, answer: 0.6, angryAnswer: true },
  },
]

function serve(random: SeededRandom, crowd: Crowd): Served {
  const isAngry = random.next() < angry
  const value = Number(!isAngry && random.next() < crowd.satisfied)
  const speaks = isAngry ? (crowd.angryAnswer === true ? 0.5 : 1) : crowd.speak
  if (random.next() < speaks) return { volunteered: value }
  if (random.next() >= crowd.asked) return {}
  const answers = isAngry || random.next() < crowd.answer
  return { asked: { probability: crowd.asked, ...(answers && { answer: value }) } }
}

const holds = (
  { lower, upper }: { readonly lower: number; readonly upper: number },
  truth: number,
): boolean => lower <= truth && truth <= upper

function tell(crowd: Crowd, runs: number): void {
  const random = seededRandom(crowd.name)
  const truth = (1 - angry) * crowd.satisfied
  let [corrected, naive, mean, width] = [0, 0, 0, 0]
  for (let run = 0; run < runs; run += 1) {
    const said = auditedMean(Array.from({ length: crowd.people }, () => serve(random, crowd)))
    if (said.naive !== null && holds(said.naive, truth)) naive += 1
    mean += (said.naive?.value ?? 0) / runs
    if (said.corrected.kind !== 'estimate') continue
    if (holds(said.corrected.interval, truth)) corrected += 1
    width += (said.corrected.interval.upper - said.corrected.interval.lower) / runs
  }
  const share = (n: number): string => {
    const { lower, upper } = clopperPearsonInterval(n, runs)
    return `${((100 * n) / runs).toFixed(2)} % (${(100 * lower).toFixed(2)} to ${(100 * upper).toFixed(2)})`
  }
  console.log(
    `${crowd.name}: the interval contains the truth ${truth.toFixed(3)} in ${share(corrected)} corrected, ${share(naive)} naive (mean ${mean.toFixed(3)}); mean width corrected ${width.toFixed(3)}`,
  )
}

/** `node --conditions=source bench/biased-feedback.ts`: how often 95 % intervals from feedback contain the truth. */
const { values } = parseArgs({ options: { runs: { type: 'string' } } })
for (const crowd of crowds) tell(crowd, Number(values.runs ?? 10_000))
