import { MomentFinder } from '../../domain/moment.ts'
import { hertz, type Reading, strengthOf } from '../../domain/reading.ts'
import { readingsPerBar } from '../../domain/trace.ts'
import type { Noticed, Source } from '../../noticed.ts'
import { noticedIn } from '../../noticing.ts'

/** Bars in the live picture: ten seconds. */
export const bars = 100

/** What a stream shows while it runs. */
export interface Picture {
  /** Strength in g of the last ten seconds, the strongest of every tenth, oldest first. */
  readonly bars: readonly number[]
  /** Milliseconds of computing for a second of stream; undefined until there was enough to tell. */
  readonly cost: number | undefined
}

/** Watches readings for moments, and measures what that costs. */
export class Stream {
  #finder = new MomentFinder()
  readonly #about: () => { readonly name: string; readonly source: Source }
  readonly #onNoticed: (noticed: Noticed) => void
  readonly #bars: number[] = []
  #inBar = 0
  #readings = 0
  #spent = 0

  constructor(about: () => { name: string; source: Source }, onNoticed: (noticed: Noticed) => void) {
    this.#about = about
    this.#onNoticed = onNoticed
  }

  /** Takes the next readings. `anew`: they do not follow those before, so no moment spans both. */
  push(readings: readonly Reading[], anew = false): void {
    if (anew) this.#finder = new MomentFinder()
    const start = performance.now()
    const noticed = readings.flatMap((reading) => this.#notice(reading))
    this.#spent += performance.now() - start
    this.#readings += readings.length
    for (const reading of readings) this.#draw(strengthOf(reading))
    for (const one of noticed) this.#onNoticed(one)
  }

  picture(): Picture {
    const seconds = this.#readings / hertz
    return { bars: this.#bars.slice(-bars), cost: seconds < 3 ? undefined : this.#spent / seconds }
  }

  #notice(reading: Reading): Noticed[] {
    const moment = this.#finder.push(reading)
    if (moment === undefined) return []
    const { name, source } = this.#about()
    const noticed = noticedIn(moment, name, source)
    return noticed === undefined ? [] : [noticed]
  }

  #draw(strength: number): void {
    const last = this.#bars.length - 1
    if (this.#inBar === 0 || last < 0) this.#bars.push(strength)
    else this.#bars[last] = Math.max(this.#bars[last] as number, strength)
    this.#inBar = (this.#inBar + 1) % readingsPerBar
    if (this.#bars.length > 4 * bars) this.#bars.splice(0, this.#bars.length - bars)
  }
}
