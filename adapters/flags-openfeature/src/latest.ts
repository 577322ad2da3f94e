/** As many people's latest decisions are kept at least, and twice as many at most. */
const people = 10_000

/** A person's latest decisions in the order of time: id by `system/decision`. */
type Ids = Map<string, string>

/** The latest decisions of people, so that what they do later can be sent back for the right one. */
export class Latest {
  /** By subject. Who is not heard of while the younger map fills up twice is forgotten with the older one. */
  #young = new Map<string, Ids>()
  #old: ReadonlyMap<string, Ids> = new Map()

  note(subject: string, decision: string, id: string): void {
    const ids = this.#of(subject) ?? new Map<string, string>()
    ids.delete(decision)
    ids.set(decision, id)
    if (this.#young.size >= people && !this.#young.has(subject)) {
      this.#old = this.#young
      this.#young = new Map()
    }
    this.#young.set(subject, ids)
  }

  /** Id of the person's latest decision among some. */
  of(subject: string, decisions: ReadonlySet<string>): string | undefined {
    let latest: string | undefined
    for (const [decision, id] of this.#of(subject) ?? []) if (decisions.has(decision)) latest = id
    return latest
  }

  #of(subject: string): Ids | undefined {
    return this.#young.get(subject) ?? this.#old.get(subject)
  }
}
