import { HolonError, type Running } from 'holon'

/** The systems a server holds, found by name or by the id of one of their decisions. */
export class Systems {
  readonly all: readonly Running[]
  readonly #named: ReadonlyMap<string, Running>

  /** @throws HolonError `config-invalid` when two systems have one name */
  constructor(all: readonly Running[]) {
    this.all = all
    this.#named = new Map(all.map((system) => [system.name, system]))
    if (this.#named.size === all.length) return
    throw new HolonError(
      'config-invalid',
      'Two of the systems to serve have the same name.',
      'Give every system a name of its own, or serve them on two ports.',
    )
  }

  /** @throws HolonError `name-unknown` */
  named(name: string): Running {
    const found = this.#named.get(name)
    if (found !== undefined) return found
    throw new HolonError(
      'name-unknown',
      `There is no system "${name}" here.`,
      `Use one of: ${[...this.#named.keys()].join(', ')}.`,
    )
  }

  /**
   * Calls the system that issued a decision id. Ids do not name their system, and only the issuer accepts one, so each
   * is asked in turn; with one system this costs nothing.
   *
   * @throws HolonError `decision-id-invalid` when no system issued it, or whatever the issuer throws
   */
  async issuerOf<T>(call: (system: Running) => Promise<T>): Promise<T> {
    let refusal: unknown = noSystems
    for (const system of this.all) {
      try {
        return await call(system)
      } catch (error) {
        if (!(error instanceof HolonError) || error.code !== 'decision-id-invalid') throw error
        refusal = error
      }
    }
    throw refusal
  }
}

const noSystems = new HolonError(
  'decision-id-invalid',
  'No system runs here, so none has issued this decision id.',
  'Serve the system that made the decision.',
)
