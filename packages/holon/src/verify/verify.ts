import { HolonError } from '../spec/error.ts'
import type { Random } from '../spec/ports.ts'
import { seededRandom } from '../stats/random/seeded.ts'
import { type Casting, castingOf } from './casting.ts'
import { type Breach, type Ending, Tally } from './ending.ts'
import { printTest } from './print-test.ts'
import { Search } from './search.ts'
import { shrink } from './shrink.ts'
import { lengthOf, type Story } from './story.ts'
import { tell } from './tell.ts'
import { climbStory, varyStory } from './vary-story.ts'
import type { Verification } from './verification.ts'
import { guardrailsOf, withoutGuardrails } from './without.ts'
import { writeStory } from './write-story.ts'

/** How a system is attacked. */
export interface VerifyOptions {
  /** Steps taken at least. Default 10,000. */
  readonly steps?: number
  /** The same seed gives the same report, byte for byte. Default 1. */
  readonly seed?: number
  /** Guardrails to leave out: a violation must be found then, and the search ends with the first. */
  readonly without?: readonly string[]
  /** Told how many steps are taken, every now and then. */
  readonly onProgress?: (steps: number) => void
}

/** An invariant that was broken, and the smallest story in which it is. */
export interface Violation {
  readonly invariant: string
  readonly because: string
  /** Steps of the smallest story. */
  readonly steps: number
  /** A test of vitest that fails because of it, to be pasted beside `verify.ts`. */
  readonly test: string
}

/** What became of an attack. */
export interface VerifyReport {
  readonly system: string
  readonly steps: number
  readonly seed: number
  readonly without?: readonly string[]
  /** Everything that must hold, how often it was looked at, and the smallest margin where it has one. */
  readonly invariants: readonly {
    readonly name: string
    readonly checked: number
    readonly margin?: number
  }[]
  readonly violations: readonly Violation[]
  /** Interventions by guardrail. */
  readonly interventions: Readonly<Record<string, number>>
  /** Guardrails without which nothing breaks that would not break with them. */
  readonly guardrailsWithoutEffect: readonly string[]
}

/**
 * Attacks a system: replaces its models by adversaries, draws contexts, lets time jump, restarts and races happen, and
 * asserts what must hold in the real runtime on ports in memory. Removes each guardrail in turn, to see whether it does
 * anything. The same seed gives the same report.
 *
 * @throws HolonError `name-unknown` for a guardrail that is not there, `input-invalid` for a number of steps that is none
 * @example
 * ```ts
 * import { defineSystem } from 'holon'
 * import { defineVerification, verify } from 'holon/verify'
 * const system = defineSystem('empty', { purpose: 'none', people: [], decisions: [], goals: [] })
 * const { violations } = await verify(defineVerification(system, {}), { steps: 100 })
 * ```
 */
export async function verify(
  verification: Verification,
  { steps = 10_000, seed = 1, without = [], onProgress }: VerifyOptions = {},
): Promise<VerifyReport> {
  if (!Number.isInteger(steps) || steps < 1 || !Number.isInteger(seed)) {
    throw new HolonError(
      'input-invalid',
      `${steps} steps with the seed ${seed} cannot be taken.`,
      'Give a whole number of steps above 0, and a whole number as seed.',
    )
  }
  withoutGuardrails(verification.system, without)
  const attack = new Attack(verification, seededRandom(seed).fork('attack'), without)
  await attack.run(steps, onProgress)
  const violations: Violation[] = []
  for (const found of attack.found.values()) violations.push(await attack.shrunk(found))
  return {
    system: verification.system.name,
    steps: attack.steps,
    seed,
    ...(without.length > 0 && { without }),
    invariants: attack.invariants(),
    violations,
    interventions: attack.tally.interventions,
    guardrailsWithoutEffect:
      without.length > 0
        ? violations.length > 0
          ? []
          : without
        : await withoutEffect(verification, attack, { steps, seed }),
  }
}

interface Found extends Breach {
  readonly story: Story
}

/** So many broken stories tell enough. */
const enough = 50
/** As many stories are kept for each guardrail that intervened in them. */
const keptForEach = 8

/** Opening a system takes as long as so many steps. */
const opening = 10

class Attack {
  readonly #verification: Verification
  readonly #casting: Casting
  readonly #random: Random
  readonly #without: readonly string[]
  readonly #search = new Search()
  readonly found = new Map<string, Found>()
  readonly tally = new Tally()
  /** Stories in which a guardrail intervened. */
  readonly intervened = new Map<string, Story[]>()
  steps = 0
  /** Steps, with those that opening a system is worth. */
  effort = 0

  constructor(verification: Verification, random: Random, without: readonly string[]) {
    this.#verification = verification
    this.#casting = castingOf(verification)
    this.#random = random
    this.#without = without
  }

  /** Tells stories until the steps are taken, or enough of them broke: one is enough where a guardrail is left out. */
  async run(steps: number, onProgress?: (steps: number) => void): Promise<void> {
    const last = this.steps + steps
    const longest = this.effort + steps * (1 + opening)
    for (
      let broken = 0;
      this.steps < last && this.effort < longest && broken < (this.#without.length > 0 ? 1 : enough);
    ) {
      const story = await this.next()
      if ((await this.tell(story)).broken.length > 0) broken++
      onProgress?.(this.steps)
    }
  }

  /** A story of its own, one that climbs towards a violation, or a varied one. */
  async next(): Promise<Story> {
    const kind = this.#random.next()
    const closest = kind < 0.35 ? this.#search.closest(this.#random) : undefined
    if (closest !== undefined) return climbStory(this.#casting, closest, this.#random)
    const near = kind < 0.5 ? this.#search.news(this.#random) : undefined
    return near === undefined
      ? writeStory(this.#casting, this.#random)
      : varyStory(this.#casting, near, this.#random)
  }

  /** Tells one story and learns from it. */
  async tell(story: Story): Promise<Ending> {
    const ending = await tell(this.#verification, story, { without: this.#without })
    this.steps += ending.steps
    this.effort += opening + ending.steps
    this.#search.learn(story, ending)
    for (const [name, looks] of Object.entries(ending.looked)) this.tally.look(name, looks)
    for (const [guardrail, times] of Object.entries(ending.interventions)) {
      this.tally.intervene(guardrail, times)
      const kept = this.intervened.get(guardrail) ?? []
      if (kept.length < keptForEach) this.intervened.set(guardrail, [...kept, story])
    }
    for (const breach of ending.broken) {
      if (!this.found.has(breach.invariant)) this.found.set(breach.invariant, { ...breach, story })
    }
    return ending
  }

  /** Whether a story breaks something that holds in it with all guardrails. */
  async needs(story: Story): Promise<boolean> {
    const { broken } = await this.tell(story)
    if (broken.length === 0) return false
    const whole = await tell(this.#verification, story)
    this.effort += opening + whole.steps
    return broken.some(({ invariant }) => !whole.broken.some((breach) => breach.invariant === invariant))
  }

  async shrunk({ invariant, because, step, story }: Found): Promise<Violation> {
    const breachOf = async (other: Story): Promise<Breach | undefined> => {
      const { broken } = await tell(this.#verification, other, { without: this.#without })
      return broken.find((breach) => breach.invariant === invariant)
    }
    const cut = { ...story, steps: story.steps.slice(0, step + 1) }
    const smallest = await shrink(this.#casting, cut, async (other) => (await breachOf(other)) !== undefined)
    return {
      invariant,
      because: (await breachOf(smallest))?.because ?? because,
      steps: lengthOf(smallest),
      test: printTest(invariant, smallest, this.#without),
    }
  }

  invariants(): VerifyReport['invariants'] {
    const { invariants, plant } = this.#verification
    const declared = [...(plant?.always ?? []), ...invariants].map(({ name }) => name)
    const { looked } = this.tally
    const names = [...new Set([...declared, ...Object.keys(looked)])]
    return names.map((name) => {
      const { times = 0, margin = Number.POSITIVE_INFINITY } = looked[name] ?? {}
      return { name, checked: times, ...(Number.isFinite(margin) && { margin }) }
    })
  }
}

/** How many of the steps each guardrail is given to show that it does something. */
const share = 0.25
const atLeast = 6_000

/** The guardrails whose removal breaks nothing: neither in stories in which they intervened, nor in as many others. */
async function withoutEffect(
  verification: Verification,
  { intervened }: Attack,
  { steps, seed }: { readonly steps: number; readonly seed: number },
): Promise<readonly string[]> {
  const useless: string[] = []
  for (const guardrail of guardrailsOf(verification.system)) {
    const attack = new Attack(verification, seededRandom(seed).fork(`without ${guardrail}`), [guardrail])
    const known = intervened.get(guardrail) ?? []
    const budget = Math.max(atLeast, steps * share)
    let matters = false
    for (let n = 0; !matters && (n < known.length || attack.effort < budget); n++) {
      matters = await attack.needs(known[n] ?? (await attack.next()))
    }
    if (!matters) useless.push(guardrail)
  }
  return useless
}
