import type { DecisionEntry, Entry } from '../spec/record.ts'

/** Counts of one experience of one decision point. */
interface Times {
  times: number
  degraded: number
}

/** What happened so far, counted as it is written, stretch by stretch. */
export class Tally {
  readonly #stretch: number
  readonly #start: number
  decisions = 0
  readonly experiences = new Map<string, Map<string, Times>>()
  readonly guardrails = new Map<string, Map<string, number>>()
  /** Decisions and fallbacks by stretch. */
  readonly stretches: { decisions: number; degraded: number }[] = []
  readonly figures = new Map<string, { n: number; sum: number }[]>()

  /** @param stretch milliseconds */
  constructor(start: number, stretch: number) {
    this.#start = start
    this.#stretch = stretch
  }

  see(entry: Entry): void {
    if (entry.kind === 'decision') this.#decided(entry)
  }

  note(name: string, value: number, at: number): void {
    const stretches = this.figures.get(name) ?? []
    this.figures.set(name, stretches)
    const stretch = this.#stretchAt(at, stretches, () => ({ n: 0, sum: 0 }))
    stretch.n++
    stretch.sum += value
  }

  #decided({ decision, experience, degraded, interventions, at }: DecisionEntry): void {
    this.decisions++
    const times = this.#timesOf(decision, experience)
    times.times++
    const stretch = this.#stretchAt(at, this.stretches, () => ({ decisions: 0, degraded: 0 }))
    stretch.decisions++
    if (degraded) {
      times.degraded++
      stretch.degraded++
    }
    for (const { guardrail } of interventions) this.#intervened(decision, guardrail)
  }

  /** The stretch of a time; those before it are there too, empty if need be. */
  #stretchAt<T>(at: number, stretches: T[], empty: () => T): T {
    const place = Math.floor((at - this.#start) / this.#stretch)
    while (stretches.length <= place) stretches.push(empty())
    return stretches[place] as T
  }

  #timesOf(decision: string, experience: string): Times {
    let met = this.experiences.get(decision)
    if (met === undefined) {
      met = new Map()
      this.experiences.set(decision, met)
    }
    let times = met.get(experience)
    if (times === undefined) {
      times = { times: 0, degraded: 0 }
      met.set(experience, times)
    }
    return times
  }

  #intervened(decision: string, guardrail: string): void {
    const did = this.guardrails.get(decision) ?? new Map<string, number>()
    this.guardrails.set(decision, did)
    did.set(guardrail, (did.get(guardrail) ?? 0) + 1)
  }
}
