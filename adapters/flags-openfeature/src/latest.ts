/** People whose latest decisions are kept; beyond them the one not heard of for longest is forgotten. */
const mostPeople = 10_000

/** The latest decisions of people, so that what they do later can be sent back for the right one. */
export class Latest {
  /** By subject, then by the decision's full key in the order of time: the id. */
  readonly #people = new Map<string, Map<string, string>>()

  note(subject: string, decision: string, id: string): void {
    const ids = this.#people.get(subject) ?? new Map<string, string>()
    ids.delete(decision)
    ids.set(decision, id)
    this.#people.delete(subject)
    this.#people.set(subject, ids)
    if (this.#people.size <= mostPeople) return
    for (const oldest of this.#people.keys()) {
      this.#people.delete(oldest)
      return
    }
  }

  /** Id of the person's latest decision among some. */
  of(subject: string, decisions: ReadonlySet<string>): string | undefined {
    let latest: string | undefined
    for (const [decision, id] of this.#people.get(subject) ?? []) if (decisions.has(decision)) latest = id
    return latest
  }
}
